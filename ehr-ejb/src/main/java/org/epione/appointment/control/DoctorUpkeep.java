package org.epione.appointment.control;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.util.HashSet;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Destroys the appointment passwords' verifiers of doctors who were expelled or left. */
@Singleton
@DependsOn("SchemaMigration")
@PermitAll
@TransactionManagement(TransactionManagementType.BEAN)
public class DoctorUpkeep {

  private static final Logger LOG = Logger.getLogger(DoctorUpkeep.class.getName());

  @EJB private FormerDoctors doctors;

  private boolean failing;

  /** Whose standing could not be read with the last look. */
  private final Set<String> unread = new HashSet<>();

  /**
   * Looks once a minute; nothing depends on its being on time, since each use checks. A database
   * that is away is said once, until it is back.
   */
  @Schedule(hour = "*", minute = "*", second = "53", persistent = false)
  public void lookAfter() {
    try {
      doctors.withPassword().forEach(this::lookAfter);
      failing = false;
    } catch (RuntimeException e) {
      LOG.log(failing ? Level.FINE : Level.WARNING, e, () -> "former doctors are not looked for");
      failing = true;
    }
  }

  /** One that cannot be read does not keep the others waiting; it is said once. */
  private void lookAfter(String account) {
    try {
      doctors.forget(account);
      unread.remove(account);
    } catch (RuntimeException e) {
      LOG.log(
          unread.add(account) ? Level.WARNING : Level.FINE,
          e,
          () -> "whether doctor " + account + " is still one cannot be read; it is tried again");
    }
  }
}
