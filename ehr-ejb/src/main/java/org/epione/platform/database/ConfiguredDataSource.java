package org.epione.platform.database;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Properties;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.epione.settings.Settings;
import org.jspecify.annotations.Nullable;

/**
 * The driver that every server's pool is given: H2 or PostgreSQL by the installation's settings,
 * because a {@code @DataSourceDefinition} itself cannot choose.
 *
 * <p>Deliberately not an {@code XADataSource}: a transaction of this application has one resource,
 * the database; messages go through the outbox. Connections renew themselves after an outage
 * ({@link RenewingConnection}), since the standard definition has no attribute to ask a pool for
 * it.
 */
public final class ConfiguredDataSource implements DataSource {

  private static final String LOGIN_SECONDS = "10";

  private final DatabaseAddress address;
  private final Driver driver;
  private String label = "";
  private @Nullable PrintWriter log;

  /** The data source of the running process's settings. */
  public ConfiguredDataSource() {
    this(DatabaseAddress.of(Settings.ofProcess()));
  }

  ConfiguredDataSource(DatabaseAddress address) {
    this.address = address;
    this.driver = BundledDrivers.of(address);
  }

  @Override
  public Connection getConnection() throws SQLException {
    return RenewingConnection.of(this::open);
  }

  /** The pool may pass user and password of its definition; the settings alone decide them. */
  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return getConnection();
  }

  private Connection open() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", address.user());
    properties.setProperty("password", address.password());
    if (!address.isH2()) {
      properties.setProperty("ApplicationName", "epione");
      properties.setProperty("loginTimeout", LOGIN_SECONDS);
      properties.setProperty("connectTimeout", LOGIN_SECONDS);
      // A database host that vanishes without closing must not hold a thread for ever.
      properties.setProperty("socketTimeout", "120");
      properties.setProperty("tcpKeepAlive", "true");
      // Rows that are inserted together are one statement.
      properties.setProperty("reWriteBatchedInserts", "true");
    }
    Connection connection = driver.connect(address.url(), properties);
    if (connection == null) {
      throw new SQLException("EHR-9002 the database driver does not accept " + address, "08001");
    }
    return connection;
  }

  /** Some servers refuse a definition without any property; this one has no other meaning. */
  public void setLabel(String label) {
    this.label = label;
  }

  public String getLabel() {
    return label;
  }

  @Override
  public @Nullable PrintWriter getLogWriter() {
    return log;
  }

  @Override
  public void setLogWriter(@Nullable PrintWriter writer) {
    log = writer;
  }

  @Override
  public void setLoginTimeout(int seconds) {
    // The time is fixed: a pool's wish must not make it endless.
  }

  @Override
  public int getLoginTimeout() {
    return Integer.parseInt(LOGIN_SECONDS);
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException("the drivers log to loggers of their own");
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    if (type.isInstance(this)) {
      return type.cast(this);
    }
    throw new SQLException("not a wrapper for " + type.getName());
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return type.isInstance(this);
  }
}
