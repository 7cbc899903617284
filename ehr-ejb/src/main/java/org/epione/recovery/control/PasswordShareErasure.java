package org.epione.recovery.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.epione.platform.erasure.Erased;
import org.epione.platform.erasure.ErasedRows;
import org.epione.platform.erasure.ForgottenPatient;
import org.epione.platform.erasure.PatientErasure;

/** Destroys the hospital's share of a patient's key, and what was written about recoveries. */
@ApplicationScoped
public class PasswordShareErasure implements PatientErasure {

  @Inject private ErasedRows rows;

  @Override
  public Erased what() {
    return Erased.PASSWORD_SHARES;
  }

  @Override
  public int erase(ForgottenPatient patient) {
    String account = patient.account().toString();
    return rows.change("delete from HospitalShare s where s.account = :of", account)
        + rows.change("delete from RecoveryRequest r where r.account = :of", account);
  }
}
