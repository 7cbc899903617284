package org.epione.messaging.delivery;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.epione.platform.database.DatabaseWatch;

/**
 * Waits while the database is away, so that a message does not use up its deliveries in the few
 * seconds that a database needs to come back, and ends among the failed ones.
 */
@Dependent
public class Patience {

  private static final int MOST_WAITS = 30;
  private static final long WAIT_NANOS = TimeUnit.SECONDS.toNanos(1);

  @EJB private DatabaseWatch database;

  /** Returns at once when the database answers, else when it does, or after half a minute. */
  public void waitForDatabase() {
    for (int waits = 0; waits < MOST_WAITS && !database.answers(); waits++) {
      LockSupport.parkNanos(WAIT_NANOS);
      if (Thread.currentThread().isInterrupted()) {
        return;
      }
    }
  }
}
