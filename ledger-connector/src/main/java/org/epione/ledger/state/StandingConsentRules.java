package org.epione.ledger.state;

import static org.epione.ledger.state.RefusedRecord.require;

import java.time.Instant;
import java.util.List;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.scheme.pre.Grant;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.StandingConsentUsedBody;

/**
 * When a grant that was made ahead answers a request: the patient of the episode signed it, for
 * this doctor, purpose and record; it holds now; it answered nothing before and is not withdrawn.
 */
final class StandingConsentRules {

  private final SignatureChecks checks;

  StandingConsentRules(SignatureChecks checks) {
    this.checks = checks;
  }

  void requireUse(
      ChainState state,
      AccessRequest request,
      LedgerRecord record,
      StandingConsentUsedBody body,
      Instant now) {
    Grant grant = body.grant();
    Episode episode = state.episode(request.episode()).orElseThrow();
    require(
        grant.grantor().equals(episode.patient().pseudonym())
            && grant.grantee().equals(request.doctor().pseudonym())
            && ByteString.of(grant.receivingKey().encode()).equals(request.receivingKey())
            && grant.records().equals(List.of(request.episode()))
            && grant.purpose().equals(request.purpose()),
        RejectionReason.GRANT_MISMATCH);
    require(
        grant.isValidAt(record.time())
            && !grant.notAfter().isBefore(now)
            && !grant.notAfter().isAfter(grant.notBefore().plus(StandingConsentUsedBody.LONGEST))
            && !request.notAfter().isBefore(record.time()),
        RejectionReason.GRANT_NOT_VALID);
    require(
        state.consent(grant.digest()).isEmpty() && !state.isSpent(grant.digest()),
        RejectionReason.GRANT_SPENT);
    require(
        checks.bls(
            episode.patientKey(),
            StandingConsentUsedBody.toSign(record.chain(), grant),
            body.signature()),
        RejectionReason.BAD_CONSENT);
  }
}
