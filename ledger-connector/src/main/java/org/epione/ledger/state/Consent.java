package org.epione.ledger.state;

import java.time.Instant;
import java.util.Optional;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.identity.Validity;
import org.epione.ledger.record.RequestId;

/**
 * A patient's grant as the chain knows it.
 *
 * @param grant digest of the grant
 * @param request what it answers
 * @param episode what may be read
 * @param grantee who may read
 * @param validity when
 * @param at time of the consent
 * @param key digest of the re-encryption key, once issued
 * @param withdrawnAt when the patient took it back
 */
public record Consent(
    Digest grant,
    RequestId request,
    RecordId episode,
    Pid grantee,
    Validity validity,
    Instant at,
    Optional<Digest> key,
    Optional<Instant> withdrawnAt) {

  Consent issued(Digest issuedKey) {
    return new Consent(
        grant, request, episode, grantee, validity, at, Optional.of(issuedKey), withdrawnAt);
  }

  Consent withdrawn(Instant when) {
    return new Consent(grant, request, episode, grantee, validity, at, key, Optional.of(when));
  }
}
