package org.epione.appointment.control;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;

/** Destroys the appointment passwords' verifiers of doctors who were expelled or left. */
@Singleton
@PermitAll
public class DoctorUpkeep {

  @Inject private VerifierBook verifiers;

  /** Looks once a minute; nothing depends on its being on time, since each use checks. */
  @Schedule(hour = "*", minute = "*", second = "53", persistent = false)
  public void lookAfter() {
    verifiers.forgetFormerDoctors();
  }
}
