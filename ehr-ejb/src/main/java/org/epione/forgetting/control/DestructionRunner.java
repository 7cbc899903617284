package org.epione.forgetting.control;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.epione.platform.error.SaidOnce;

/** Takes what was released forward in the background. */
@Singleton
@DependsOn("SchemaMigration")
@PermitAll
@TransactionManagement(TransactionManagementType.BEAN)
public class DestructionRunner {

  private static final Logger LOG = Logger.getLogger(DestructionRunner.class.getName());

  @EJB private DestructionSteps steps;

  private final SaidOnce saidOnce = new SaidOnce(LOG);

  /** Called by the container; a database that is away is said once, until it is back. */
  @Schedule(hour = "*", minute = "*", second = "*/3", persistent = false)
  public void look() {
    saidOnce.attempt("nobody is forgotten for now", () -> steps.released().forEach(this::forward));
  }

  /** One that fails does not keep the others waiting; it is tried again with the next look. */
  private void forward(String id) {
    try {
      for (boolean more = true; more; ) {
        more = steps.next(id);
      }
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, e, () -> "forgetting " + id + " does not go on; it is tried again");
    }
  }
}
