package org.epione.appointment.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.epione.platform.erasure.Erased;
import org.epione.platform.erasure.ErasedRows;
import org.epione.platform.erasure.ForgottenPatient;
import org.epione.platform.erasure.PatientErasure;

/** Destroys a patient's appointments; times to come are free again. */
@ApplicationScoped
public class AppointmentErasure implements PatientErasure {

  @Inject private ErasedRows rows;

  @Override
  public Erased what() {
    return Erased.APPOINTMENTS;
  }

  @Override
  public int erase(ForgottenPatient patient) {
    String account = patient.account().toString();
    rows.change(
        "update Slot s set s.appointment = null where s.appointment in"
            + " (select a.id from Appointment a where a.account = :of)",
        account);
    return rows.change(
            "delete from KeptVerifier v where v.patient in"
                + " (select a.personReference from Account a where a.id = :of)",
            account)
        + rows.change("delete from Appointment a where a.account = :of", account);
  }
}
