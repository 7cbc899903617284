package org.epione.guardian.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import org.epione.account.boundary.AccountEventKind;
import org.epione.account.boundary.Accounts;
import org.epione.account.boundary.ActivationCode;
import org.epione.account.boundary.Caller;
import org.epione.custody.boundary.PersonKeys;
import org.epione.custody.boundary.Will;
import org.epione.custody.boundary.WrongPasswordException;
import org.epione.enrolment.boundary.PatientFacts;
import org.epione.enrolment.boundary.Patients;
import org.epione.guardian.boundary.GuardianshipState;
import org.epione.guardian.entity.Guardianship;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.AccountId;

/**
 * The guardian accepts. The minor's keys wait under an activation code, which the hospital keeps
 * sealed: a new one is made, so that slips from before are worth nothing, and with it the keys are
 * opened once and wrapped for the guardian.
 */
@ApplicationScoped
public class Acceptance {

  @EJB private Patients patients;
  @EJB private Accounts accounts;
  @EJB private PersonKeys keys;
  @Inject private GuardianRegister register;

  /** Accepts what is named. */
  public Guardianship accept(Caller guardian, Guardianship row, char[] password) {
    requireOpen(row);
    try (Will will = keys.will(guardian.accountId(), password)) {
      row.accept(register.now());
      // The new code comes with shares for emergencies, of patients whom somebody can speak for.
      register.flush();
      entrust(row, will);
    } catch (WrongPasswordException wrong) {
      throw new RefusedException(ErrorCode.WRONG_PASSWORD);
    }
    accounts.note(row.ward(), AccountEventKind.GUARDIAN_ACCEPTED, guardian.accountId());
    return row;
  }

  private void requireOpen(Guardianship row) {
    if (register.state(row) != GuardianshipState.NAMED) {
      throw new RefusedException(ErrorCode.GUARDIAN_MOVED_ON);
    }
    PatientFacts ward =
        patients.byAccount(row.ward()).orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND));
    if (ward.active()) {
      throw new RefusedException(ErrorCode.GUARDIAN_ACCOUNT_ACTIVE);
    }
    if (!Majority.isMinor(ward, register.now())) {
      throw new RefusedException(ErrorCode.GUARDIAN_NOT_MINOR);
    }
  }

  private void entrust(Guardianship row, Will guardian) throws WrongPasswordException {
    char[] code = newCode(row.ward());
    try {
      keys.entrust(row.ward(), code, guardian, row.endsAt());
    } finally {
      Arrays.fill(code, '\0');
    }
  }

  private char[] newCode(AccountId ward) {
    return ActivationCode.parse(accounts.renewInvitation(ward).code()).orElseThrow().secret();
  }
}
