package org.epione.platform.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A pooled connection that replaces its dead physical connection by a new one between two units of
 * work, so that an outage of the database heals by itself on every server.
 *
 * <p>Never within a unit of work: from the first statement until commit or rollback a broken
 * connection stays broken, because a half of a transaction must not go on in another session. It is
 * tested where it rested for more than half a second or failed before.
 */
final class RenewingConnection implements InvocationHandler {

  /** Opens a physical connection. */
  @FunctionalInterface
  interface Opener {
    Connection open() throws SQLException;
  }

  private static final Logger LOG = Logger.getLogger(RenewingConnection.class.getName());
  private static final long REST_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
  private static final int TEST_SECONDS = 3;

  /** Calls that begin no unit of work and must work on a dead connection too. */
  private static final Set<String> PASSIVE =
      Set.of("close", "isClosed", "abort", "isValid", "unwrap", "isWrapperFor", "rollback");

  private final Opener opener;
  private final LongSupplier nanoTime;
  private Connection physical;
  private long lastUse;
  private boolean working;
  private boolean failed;
  private boolean closed;
  // What the pool has set and a new physical connection must be given again; null: never set.
  private @Nullable Boolean autoCommit;
  private @Nullable Boolean readOnly;
  private @Nullable Integer isolation;

  private RenewingConnection(Opener opener, LongSupplier nanoTime) throws SQLException {
    this.opener = opener;
    this.nanoTime = nanoTime;
    this.physical = opener.open();
    this.lastUse = nanoTime.getAsLong();
  }

  static Connection of(Opener opener) throws SQLException {
    return of(opener, System::nanoTime);
  }

  static Connection of(Opener opener, LongSupplier nanoTime) throws SQLException {
    return (Connection)
        Proxy.newProxyInstance(
            RenewingConnection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            new RenewingConnection(opener, nanoTime));
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] values)
      throws Throwable {
    String name = method.getName();
    if (method.getDeclaringClass() == Object.class) {
      return ofObject(proxy, name, values);
    }
    if (!closed && !working && !PASSIVE.contains(name)) {
      renewIfDead();
    }
    try {
      Object result = method.invoke(physical, values);
      remember(name, values);
      return result;
    } catch (InvocationTargetException thrown) {
      failed = true;
      throw thrown.getCause();
    } finally {
      track(name);
    }
  }

  private static @Nullable Object ofObject(
      Object proxy, String name, @Nullable Object @Nullable [] values) {
    return switch (name) {
      case "equals" -> values != null && proxy == values[0];
      case "hashCode" -> System.identityHashCode(proxy);
      default -> "renewing connection";
    };
  }

  private void remember(String name, @Nullable Object @Nullable [] values) {
    if (values == null || values.length != 1) {
      return;
    }
    switch (name) {
      case "setAutoCommit" -> autoCommit = (Boolean) values[0];
      case "setReadOnly" -> readOnly = (Boolean) values[0];
      case "setTransactionIsolation" -> isolation = (Integer) values[0];
      default -> {}
    }
  }

  private void track(String name) {
    switch (name) {
      case "commit", "rollback", "setAutoCommit" -> working = false;
      // With auto-commit each statement is a unit of its own.
      case "createStatement", "prepareStatement", "prepareCall" ->
          working = Boolean.FALSE.equals(autoCommit);
      case "close" -> closed = true;
      default -> {}
    }
    lastUse = nanoTime.getAsLong();
  }

  private void renewIfDead() throws SQLException {
    boolean rested = nanoTime.getAsLong() - lastUse >= REST_NANOS;
    // A driver that noticed the loss itself says so without a round trip.
    boolean dead = physical.isClosed() || ((failed || rested) && !physical.isValid(TEST_SECONDS));
    if (dead) {
      Connection fresh = opener.open();
      restore(fresh);
      discard(physical);
      physical = fresh;
      LOG.info("a lost database connection was replaced");
    }
    failed = false;
  }

  private void restore(Connection fresh) throws SQLException {
    if (readOnly != null) {
      fresh.setReadOnly(readOnly);
    }
    if (isolation != null) {
      fresh.setTransactionIsolation(isolation);
    }
    if (autoCommit != null) {
      fresh.setAutoCommit(autoCommit);
    }
  }

  private static void discard(Connection dead) {
    try {
      dead.close();
    } catch (SQLException alreadyGone) {
      LOG.log(Level.FINE, "closing a lost database connection", alreadyGone);
    }
  }
}
