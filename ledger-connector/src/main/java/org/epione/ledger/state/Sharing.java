package org.epione.ledger.state;

import java.time.Instant;
import java.util.List;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.record.ReadId;
import org.epione.ledger.record.RequestId;
import org.epione.ledger.versioned.VersionedMap;

/**
 * Requests, consents and readings of a chain; immutable.
 *
 * @param spent grants made ahead that answer no further request, and until when they would hold
 */
record Sharing(
    VersionedMap<RequestId, AccessRequest> requests,
    VersionedMap<Digest, Consent> consents,
    VersionedMap<ReadId, Digest> reads,
    VersionedMap<Digest, Instant> spent) {

  static final Sharing NONE =
      new Sharing(
          VersionedMap.empty(), VersionedMap.empty(), VersionedMap.empty(), VersionedMap.empty());

  Sharing with(AccessRequest request) {
    return new Sharing(requests.with(request.id(), request), consents, reads, spent);
  }

  Sharing with(Consent consent) {
    return new Sharing(requests, consents.with(consent.grant(), consent), reads, spent);
  }

  Sharing read(ReadId read, Digest grant) {
    return new Sharing(requests, consents, reads.with(read, grant), spent);
  }

  Sharing spent(List<Digest> grants, Instant until) {
    VersionedMap<Digest, Instant> more = spent;
    for (Digest grant : grants) {
      more = more.with(grant, until);
    }
    return new Sharing(requests, consents, reads, more);
  }
}
