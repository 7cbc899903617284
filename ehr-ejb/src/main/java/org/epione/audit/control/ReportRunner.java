package org.epione.audit.control;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.SaidOnce;

/** Takes audits forward in the background, all of them in turn. */
@Singleton
@DependsOn("SchemaMigration")
@PermitAll
@TransactionManagement(TransactionManagementType.BEAN)
public class ReportRunner {

  private static final Logger LOG = Logger.getLogger(ReportRunner.class.getName());

  /** Of one audit before it is another's turn. */
  private static final int STEPS = 50;

  @EJB private ReportSteps steps;

  private final SaidOnce saidOnce = new SaidOnce(LOG);

  /** Called by the container; a database that is away is said once, until it is back. */
  @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
  public void look() {
    saidOnce.attempt("audits do not go on", () -> steps.open().forEach(this::forward));
  }

  private void forward(String id) {
    try {
      for (int i = 0; i < STEPS && steps.next(id); i++) {
        LOG.finest("a step of an audit is done");
      }
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, e, () -> ErrorCode.REPORT_FAILED.code() + " audit " + id);
      steps.fail(id);
    }
  }
}
