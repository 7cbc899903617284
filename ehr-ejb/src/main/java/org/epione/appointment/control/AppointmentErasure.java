package org.epione.appointment.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.epione.enrolment.boundary.Patients;
import org.epione.platform.erasure.Erased;
import org.epione.platform.erasure.ErasedRows;
import org.epione.platform.erasure.ForgottenPatient;
import org.epione.platform.erasure.PatientErasure;

/** Destroys a patient's appointments; times to come are free again. */
@ApplicationScoped
public class AppointmentErasure implements PatientErasure {

  @EJB private Patients patients;
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
    List<String> registered =
        patients.byAccount(patient.account()).stream().map(each -> each.id().toString()).toList();
    return rows.change("delete from KeptVerifier v where v.holder = :of", registered)
        + rows.change("delete from Appointment a where a.account = :of", account);
  }
}
