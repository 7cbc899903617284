package org.epione.platform.database;

import java.net.ConnectException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;

/** Tells whether something failed because the database could not be reached at that moment. */
public final class ConnectionLoss {

  /** SQLSTATE class of connection exceptions. */
  private static final String CONNECTION = "08";

  /** SQLSTATE of PostgreSQL for a server that stops or starts. */
  private static final String OPERATOR_INTERVENTION = "57P";

  private static final int DEEPEST = 50;

  private ConnectionLoss() {}

  /** Whether a lost or refused connection is among the causes of {@code failure}. */
  public static boolean isCauseOf(Throwable failure) {
    @Nullable Throwable cause = failure;
    for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
      if (isLoss(cause)) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }

  private static boolean isLoss(Throwable cause) {
    return cause instanceof SQLNonTransientConnectionException
        || cause instanceof SQLTransientConnectionException
        || cause instanceof SQLRecoverableException
        || cause instanceof ConnectException
        || (cause instanceof SQLException failed && isLoss(failed.getSQLState()));
  }

  private static boolean isLoss(@Nullable String state) {
    return state != null
        && (state.startsWith(CONNECTION) || state.startsWith(OPERATOR_INTERVENTION));
  }
}
