package org.epione.custody.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.epione.platform.erasure.Erased;
import org.epione.platform.erasure.ErasedRows;
import org.epione.platform.erasure.ForgottenPatient;
import org.epione.platform.erasure.PatientErasure;

/**
 * Destroys a patient's keys: the wrapped person key, what it wraps, and the salt. There is no other
 * copy, so that no password and no share opens anything any more.
 */
@ApplicationScoped
public class KeyErasure implements PatientErasure {

  @Inject private ErasedRows rows;
  @Inject private PersonGate gate;

  @Override
  public Erased what() {
    return Erased.KEYS;
  }

  @Override
  public int erase(ForgottenPatient patient) {
    gate.unlock(patient.account());
    return rows.change(
        "delete from PersonKey k where k.account = :of", patient.account().toString());
  }
}
