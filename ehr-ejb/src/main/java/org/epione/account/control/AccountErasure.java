package org.epione.account.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.epione.account.boundary.AccountState;
import org.epione.account.boundary.Sessions;
import org.epione.account.entity.Account;
import org.epione.platform.erasure.Erased;
import org.epione.platform.erasure.ErasedRows;
import org.epione.platform.erasure.ForgottenPatient;
import org.epione.platform.erasure.ForgottenRegister;
import org.epione.platform.erasure.PatientErasure;

/**
 * Closes the account of a patient who is forgotten. What stays is the row itself without a name,
 * because decisions on access refer to it.
 */
@ApplicationScoped
public class AccountErasure implements PatientErasure {

  private static final List<String> BELONGINGS =
      List.of(
          "delete from RecoveryCode c where c.account = :of",
          "delete from PasskeyChallenge c where c.account = :of",
          "delete from Passkey p where p.account = :of",
          "delete from SecondFactorRow f where f.account = :of",
          "delete from PendingInvitation i where i.account = :of",
          "update AccountEvent e set e.about = null where e.about = :of",
          "delete from AccountEvent e where e.account = :of");

  @EJB private Sessions sessions;
  @Inject private AccountBook book;
  @Inject private ErasedRows rows;
  @Inject private ForgottenRegister forgotten;
  @Inject private Clock clock;

  @Override
  public Erased what() {
    return Erased.ACCOUNT;
  }

  @Override
  public int erase(ForgottenPatient patient) {
    forgotten.remember(patient.hospital(), patient, clock.instant());
    sessions.closeAll(patient.account());
    int entries = 0;
    for (String each : BELONGINGS) {
      entries += rows.change(each, patient.account().toString());
    }
    return entries + book.find(patient.account()).map(this::close).orElse(0);
  }

  private int close(Account account) {
    if (account.state() == AccountState.FORGOTTEN) {
      return 0;
    }
    book.forget(account);
    return 1;
  }
}
