package org.epione.ledger.state;

import static org.epione.ledger.state.RefusedRecord.require;

import java.time.Instant;
import java.util.List;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.scheme.pre.Grant;
import org.epione.ledger.record.EmergencyOpenedBody;
import org.epione.ledger.record.EmergencyReviewedBody;
import org.epione.ledger.record.LedgerRecord;

/**
 * When a hospital may answer a request without the patient: a doctor of its own in good standing
 * asked for treatment in an emergency, and it is for a day at most. That the system manager agrees
 * is in the key that it issues, before which nobody reads. Each is reviewed once.
 */
final class EmergencyRules {

  void requireOpening(
      ChainState state,
      AccessRequest request,
      LedgerRecord record,
      EmergencyOpenedBody body,
      Instant now) {
    Grant grant = body.grant();
    Episode episode = state.episode(request.episode()).orElseThrow();
    require(
        grant.grantor().equals(episode.patient().pseudonym())
            && grant.grantee().equals(request.doctor().pseudonym())
            && ByteString.of(grant.receivingKey().encode()).equals(request.receivingKey())
            && grant.records().equals(List.of(request.episode()))
            && grant.purpose().equals(request.purpose())
            && grant.purpose().equals(EmergencyOpenedBody.PURPOSE),
        RejectionReason.GRANT_MISMATCH);
    require(isOwn(state, request), RejectionReason.NOT_OUR_DOCTOR);
    require(state.inGoodStanding(request.doctor()), RejectionReason.EXPELLED);
    require(
        grant.isValidAt(record.time())
            && !grant.notAfter().isBefore(now)
            && !grant.notAfter().isAfter(grant.notBefore().plus(EmergencyOpenedBody.LONGEST))
            && !grant.notAfter().isAfter(request.notAfter()),
        RejectionReason.GRANT_NOT_VALID);
    require(
        state.consent(grant.digest()).isEmpty() && !state.isSpent(grant.digest()),
        RejectionReason.ALREADY_ANSWERED);
  }

  void requireReview(ChainState state, EmergencyReviewedBody body) {
    require(
        state.openEmergency(body.grant()).filter(body.episode()::equals).isPresent(),
        RejectionReason.UNKNOWN_EMERGENCY);
  }

  private static boolean isOwn(ChainState state, AccessRequest request) {
    return state
        .delegate(request.doctor())
        .filter(
            doctor ->
                doctor
                    .certificate()
                    .hospital()
                    .equals(state.founding().orElseThrow().hospital().pid()))
        .isPresent();
  }
}
