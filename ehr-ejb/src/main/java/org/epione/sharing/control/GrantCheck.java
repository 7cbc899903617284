package org.epione.sharing.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.record.AccessRequestedBody;
import org.epione.ledger.record.ConsentWithdrawnBody;
import org.epione.ledger.record.EpisodeOpenedBody;
import org.epione.ledger.record.LedgerRecord;
import org.epione.platform.erasure.ForgottenRegister;
import org.epione.platform.identity.PartyCode;
import org.epione.sharing.boundary.RefusalReason;
import org.epione.sharing.boundary.Standing;
import org.epione.sharing.entity.CaseState;
import org.epione.sharing.entity.GrantCase;

/**
 * The system manager's one decision on whether a grant can be used now. It is asked before a key is
 * issued, when a reading is asked for, and again when the ciphertext has come.
 */
@ApplicationScoped
public class GrantCheck {

  @Inject private CaseRegister register;
  @Inject private ForgottenRegister forgotten;
  @Inject private Standings standings;
  @Inject private Signatures signatures;
  @Inject private Clock clock;

  /** Why the grant cannot get a key now; empty if it can. */
  Optional<RefusalReason> againstIssuing(GrantCase grantCase) {
    GrantEvidence evidence = GrantEvidence.decode(grantCase.evidence());
    return against(grantCase, evidence)
        .or(
            () ->
                standing(grantCase, evidence).hospitalInGoodStanding()
                    ? Optional.empty()
                    : Optional.of(RefusalReason.HOSPITAL_SUSPENDED));
  }

  /** Why nothing can be read under the grant now; empty if it can. */
  Optional<RefusalReason> againstReading(GrantCase grantCase) {
    GrantEvidence evidence = GrantEvidence.decode(grantCase.evidence());
    return against(grantCase, evidence).or(() -> withoutKey(grantCase));
  }

  private static Optional<RefusalReason> withoutKey(GrantCase grantCase) {
    if (grantCase.state() != CaseState.ISSUED) {
      return Optional.of(RefusalReason.NO_KEY_ISSUED);
    }
    return grantCase.protectedKeys().isPresent()
        ? Optional.empty()
        : Optional.of(RefusalReason.KEY_DESTROYED);
  }

  private Optional<RefusalReason> against(GrantCase grantCase, GrantEvidence evidence) {
    Instant now = clock.instant();
    if (isForgotten(grantCase)) {
      return Optional.of(RefusalReason.PATIENT_FORGOTTEN);
    }
    if (isWithdrawn(grantCase, evidence)) {
      return Optional.of(RefusalReason.CONSENT_WITHDRAWN);
    }
    if (now.isBefore(grantCase.notBefore()) || now.isAfter(grantCase.notAfter())) {
      return Optional.of(RefusalReason.OUTSIDE_DATES);
    }
    Standing standing = standing(grantCase, evidence);
    if (!standing.hospitalCertified() || !standing.doctorCertified()) {
      return Optional.of(RefusalReason.CERTIFICATE_INVALID);
    }
    return standing.inGoodStanding() ? Optional.empty() : Optional.of(RefusalReason.EXPELLED);
  }

  private Standing standing(GrantCase grantCase, GrantEvidence evidence) {
    return standings.of(
        (AccessRequestedBody) evidence.requested().ledgerRecord().body(), grantCase.hospital());
  }

  private boolean isForgotten(GrantCase grantCase) {
    return forgotten.isForgotten(
        PartyCode.SYSTEM_MANAGER, grantCase.hospital(), grantCase.episode());
  }

  private boolean isWithdrawn(GrantCase grantCase, GrantEvidence evidence) {
    return grantCase.state() == CaseState.WITHDRAWN
        || register
            .withdrawal(Digest.ofHex(grantCase.id()))
            .filter(each -> each.hospital().equals(grantCase.hospital()))
            .filter(each -> isByPatient(LedgerRecord.decode(each.ledgerRecord()), evidence))
            .isPresent();
  }

  /** Whether the patient of the episode signed this withdrawal of the grant. */
  boolean isByPatient(LedgerRecord withdrawal, GrantEvidence evidence) {
    EpisodeOpenedBody opened = (EpisodeOpenedBody) evidence.opened().ledgerRecord().body();
    return withdrawal.body() instanceof ConsentWithdrawnBody body
        && body.episode().equals(opened.episode())
        && withdrawal.chain().equals(evidence.opened().ledgerRecord().chain())
        && withdrawal.author().equals(opened.patient())
        && signatures.isBy(opened.patientKey(), withdrawal);
  }
}
