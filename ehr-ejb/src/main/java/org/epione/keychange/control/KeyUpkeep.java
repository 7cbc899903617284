package org.epione.keychange.control;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Looks for keys that no work needs any more. */
@Singleton
@DependsOn("SchemaMigration")
@PermitAll
@TransactionManagement(TransactionManagementType.BEAN)
public class KeyUpkeep {

  private static final Logger LOG = Logger.getLogger(KeyUpkeep.class.getName());

  @EJB private EarlierKeysEnd end;

  private boolean failing;

  /**
   * Looks every ten minutes; custody destroys them when the person key is open next. A database
   * that is away is said once, until it is back.
   */
  @Schedule(hour = "*", minute = "*/10", second = "41", persistent = false)
  public void lookAfter() {
    try {
      end.waiting().forEach(end::tidy);
      failing = false;
    } catch (RuntimeException e) {
      LOG.log(failing ? Level.FINE : Level.WARNING, e, () -> "keys from before are not looked for");
      failing = true;
    }
  }
}
