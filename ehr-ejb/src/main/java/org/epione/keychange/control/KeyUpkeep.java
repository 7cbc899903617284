package org.epione.keychange.control;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.util.logging.Logger;
import org.epione.platform.error.SaidOnce;

/** Looks for keys that no work needs any more. */
@Singleton
@DependsOn("SchemaMigration")
@PermitAll
@TransactionManagement(TransactionManagementType.BEAN)
public class KeyUpkeep {

  private static final Logger LOG = Logger.getLogger(KeyUpkeep.class.getName());

  @EJB private EarlierKeysEnd end;

  private final SaidOnce saidOnce = new SaidOnce(LOG);

  /**
   * Looks every ten minutes; custody destroys them when the person key is open next. One that
   * cannot be read does not keep the others waiting.
   */
  @Schedule(hour = "*", minute = "*/10", second = "41", persistent = false)
  public void lookAfter() {
    saidOnce.attempt(
        "keys from before are not looked for", () -> end.waiting().forEach(this::tidy));
  }

  private void tidy(String record) {
    saidOnce.attempt(
        "keys from before change " + record + " cannot be looked at; it is tried again",
        () -> end.tidy(record));
  }
}
