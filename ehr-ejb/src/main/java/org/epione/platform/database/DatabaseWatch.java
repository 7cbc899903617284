package org.epione.platform.database;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** Whether the database answers, and waiting until it does. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DatabaseWatch {

  private static final Logger LOG = Logger.getLogger(DatabaseWatch.class.getName());
  private static final int SECONDS = 5;
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  @Resource(lookup = "java:app/jdbc/EpioneDS")
  private DataSource dataSource;

  /** Asks the database, and waits at most some seconds for it. */
  public boolean answers() {
    try (Connection connection = dataSource.getConnection()) {
      return connection.isValid(SECONDS);
    } catch (SQLException away) {
      LOG.log(Level.FINE, "the database does not answer", away);
      return false;
    }
  }

  /**
   * Returns at once when the database answers, else when it does, or after ten minutes: so that a
   * message does not use up its deliveries while a database comes back, and ends among the failed
   * ones.
   */
  public void await() {
    long end = System.nanoTime() + LONGEST_WAIT.toNanos();
    while (!answers() && System.nanoTime() < end && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }
}
