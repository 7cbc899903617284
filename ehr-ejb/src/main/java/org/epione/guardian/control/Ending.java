package org.epione.guardian.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;
import org.epione.account.boundary.AccountEventKind;
import org.epione.account.boundary.Accounts;
import org.epione.account.boundary.Caller;
import org.epione.account.boundary.OwnPassword;
import org.epione.custody.boundary.PersonKeys;
import org.epione.enrolment.boundary.PatientFacts;
import org.epione.guardian.boundary.GuardianshipEnd;
import org.epione.guardian.boundary.GuardianshipState;
import org.epione.guardian.entity.Guardianship;
import org.epione.party.boundary.SealedTexts;
import org.epione.party.boundary.Written;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.AccountId;

/** A guardianship ends by somebody's act: what the guardian opened the minor's keys by goes. */
@ApplicationScoped
public class Ending {

  static final String REASON = "guardian-end";

  @EJB private PersonKeys keys;
  @EJB private Accounts accounts;
  @EJB private OwnPassword ownPassword;
  @EJB private SealedTexts texts;
  @Inject private GuardianRegister register;
  @Inject private Instance<GuardianshipEnd> features;

  /** The person who was named does not want it. */
  public void declined(Guardianship row) {
    if (register.state(row) != GuardianshipState.NAMED) {
      throw new RefusedException(ErrorCode.GUARDIAN_MOVED_ON);
    }
    end(row, GuardianshipState.DECLINED, Optional.of(row.guardian()));
  }

  /** The guardian gives it up. */
  public void resigned(Caller guardian, Guardianship row, char[] password) {
    ownPassword.require(guardian, password);
    if (!register.isInForce(row)) {
      throw new RefusedException(ErrorCode.GUARDIAN_MOVED_ON);
    }
    end(row, GuardianshipState.RESIGNED, Optional.of(row.guardian()));
  }

  /** The hospital takes it back or ends it. */
  public void byHospital(Caller registrar, PatientFacts ward, String id, String why) {
    Guardianship row =
        register
            .take(id)
            .filter(each -> each.ward().equals(ward.account()))
            .orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND));
    Written reason = texts.of(registrar.displayName(), why);
    if (!register.state(row).isOpen()) {
      throw new RefusedException(ErrorCode.GUARDIAN_MOVED_ON);
    }
    row.setReason(texts.protect(REASON, row.hospital(), row.id(), reason));
    end(row, GuardianshipState.ENDED, Optional.of(registrar.accountId()));
    accounts.note(row.guardian(), AccountEventKind.GUARDIAN_ENDED, registrar.accountId());
  }

  /**
   * Ends it, and destroys the guardian's wrapping of the minor's keys, and what else the guardian
   * could act by.
   */
  void end(Guardianship row, GuardianshipState how, Optional<AccountId> by) {
    row.end(how, by, register.now());
    keys.release(row.acting());
    if (row.acceptedAt().isPresent()) {
      features.forEach(each -> each.ended(row.acting()));
    }
  }
}
