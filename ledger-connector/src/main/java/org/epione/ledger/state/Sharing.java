package org.epione.ledger.state;

import java.time.Instant;
import java.util.List;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.record.ReadId;
import org.epione.ledger.record.RequestId;
import org.epione.ledger.versioned.VersionedMap;

/**
 * Requests, consents and readings of a chain; immutable.
 *
 * @param spent grants made ahead that answer no further request, and until when they would hold
 * @param emergencies grants of emergencies that nobody has reviewed, and what could be read
 */
record Sharing(
    VersionedMap<RequestId, AccessRequest> requests,
    VersionedMap<Digest, Consent> consents,
    VersionedMap<ReadId, Digest> reads,
    VersionedMap<Digest, Instant> spent,
    VersionedMap<Digest, RecordId> emergencies) {

  static final Sharing NONE =
      new Sharing(
          VersionedMap.empty(),
          VersionedMap.empty(),
          VersionedMap.empty(),
          VersionedMap.empty(),
          VersionedMap.empty());

  Sharing with(AccessRequest request) {
    return new Sharing(requests.with(request.id(), request), consents, reads, spent, emergencies);
  }

  Sharing with(Consent consent) {
    return new Sharing(
        requests, consents.with(consent.grant(), consent), reads, spent, emergencies);
  }

  Sharing read(ReadId read, Digest grant) {
    return new Sharing(requests, consents, reads.with(read, grant), spent, emergencies);
  }

  Sharing spent(List<Digest> grants, Instant until) {
    VersionedMap<Digest, Instant> more = spent;
    for (Digest grant : grants) {
      more = more.with(grant, until);
    }
    return new Sharing(requests, consents, reads, more, emergencies);
  }

  Sharing emergency(Digest grant, RecordId episode) {
    return new Sharing(requests, consents, reads, spent, emergencies.with(grant, episode));
  }

  Sharing reviewed(Digest grant) {
    return new Sharing(
        requests,
        consents,
        reads,
        spent,
        emergencies.filter((each, episode) -> !each.equals(grant)));
  }
}
