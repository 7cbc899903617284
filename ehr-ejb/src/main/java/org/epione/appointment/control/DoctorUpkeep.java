package org.epione.appointment.control;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.util.logging.Logger;
import org.epione.platform.error.SaidOnce;

/** Destroys the appointment passwords' verifiers of doctors who were expelled or left. */
@Singleton
@DependsOn("SchemaMigration")
@PermitAll
@TransactionManagement(TransactionManagementType.BEAN)
public class DoctorUpkeep {

  private static final Logger LOG = Logger.getLogger(DoctorUpkeep.class.getName());

  @EJB private FormerDoctors doctors;

  private final SaidOnce saidOnce = new SaidOnce(LOG);

  /**
   * Looks once a minute; nothing depends on its being on time, since each use checks. One that
   * cannot be read does not keep the others waiting.
   */
  @Schedule(hour = "*", minute = "*", second = "53", persistent = false)
  public void lookAfter() {
    saidOnce.attempt(
        "former doctors are not looked for", () -> doctors.withPassword().forEach(this::lookAfter));
  }

  private void lookAfter(String account) {
    saidOnce.attempt(
        "whether doctor " + account + " is still one cannot be read; it is tried again",
        () -> doctors.forget(account));
  }
}
