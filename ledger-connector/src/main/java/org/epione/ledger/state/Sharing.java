package org.epione.ledger.state;

import org.epione.crypto.transcript.Digest;
import org.epione.ledger.record.ReadId;
import org.epione.ledger.record.RequestId;
import org.epione.ledger.versioned.VersionedMap;

/** Requests, consents and readings of a chain; immutable. */
record Sharing(
    VersionedMap<RequestId, AccessRequest> requests,
    VersionedMap<Digest, Consent> consents,
    VersionedMap<ReadId, Digest> reads) {

  static final Sharing NONE =
      new Sharing(VersionedMap.empty(), VersionedMap.empty(), VersionedMap.empty());

  Sharing with(AccessRequest request) {
    return new Sharing(requests.with(request.id(), request), consents, reads);
  }

  Sharing with(Consent consent) {
    return new Sharing(requests, consents.with(consent.grant(), consent), reads);
  }

  Sharing read(ReadId read, Digest grant) {
    return new Sharing(requests, consents, reads.with(read, grant));
  }
}
