package org.epione.keychange.control;

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

/** Looks for keys that no work needs any more. */
@Singleton
@DependsOn("SchemaMigration")
@PermitAll
@TransactionManagement(TransactionManagementType.BEAN)
public class KeyUpkeep {

  private static final Logger LOG = Logger.getLogger(KeyUpkeep.class.getName());

  @EJB private EarlierKeysEnd end;

  private boolean failing;

  /** Changes that could not be looked at the last time. */
  private final Set<String> unread = new HashSet<>();

  /**
   * Looks every ten minutes; custody destroys them when the person key is open next. A database
   * that is away is said once, until it is back.
   */
  @Schedule(hour = "*", minute = "*/10", second = "41", persistent = false)
  public void lookAfter() {
    try {
      end.waiting().forEach(this::tidy);
      failing = false;
    } catch (RuntimeException e) {
      LOG.log(failing ? Level.FINE : Level.WARNING, e, () -> "keys from before are not looked for");
      failing = true;
    }
  }

  /** One that cannot be read does not keep the others waiting; it is said once. */
  private void tidy(String record) {
    try {
      end.tidy(record);
      unread.remove(record);
    } catch (RuntimeException e) {
      LOG.log(
          unread.add(record) ? Level.WARNING : Level.FINE,
          e,
          () -> "keys from before change " + record + " cannot be looked at; it is tried again");
    }
  }
}
