package org.epione.disclosure.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.epione.platform.erasure.Erased;
import org.epione.platform.erasure.ErasedRows;
import org.epione.platform.erasure.ForgottenPatient;
import org.epione.platform.erasure.PatientErasure;

/** Destroys what a patient reported, answered or not. */
@ApplicationScoped
public class ComplaintErasure implements PatientErasure {

  @Inject private ErasedRows rows;

  @Override
  public Erased what() {
    return Erased.COMPLAINTS;
  }

  @Override
  public int erase(ForgottenPatient patient) {
    return rows.change(
        "delete from Complaint c where c.patient = :of", patient.account().toString());
  }
}
