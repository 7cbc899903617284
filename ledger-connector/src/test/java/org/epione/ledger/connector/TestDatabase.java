package org.epione.ledger.connector;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A data source as a server gives it: within a transaction all calls share one connection, which
 * another takes over when it has committed. H2 in memory, or PostgreSQL in a schema of its own
 * where EPIONE_TEST_POSTGRESQL says where one is. Can be told to fail at some statement, as if the
 * process had been killed there.
 */
public final class TestDatabase implements DataSource, AutoCloseable {

  private static final String REWRITING = "reWriteBatchedInserts=true";

  private final String url;
  private final @Nullable String schema;
  private final Connection keeper;
  private final ThreadLocal<@Nullable Connection> current = new ThreadLocal<>();
  private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();
  private boolean commitAnswerLost;
  private Runnable beforeCommit = () -> {};
  private volatile Consumer<String> beforeStatement = sql -> {};
  private @Nullable String role;
  private int statementsUntilFailure = -1;

  private TestDatabase(String url, @Nullable String schema, boolean create) throws SQLException {
    this.url = url;
    this.schema = schema;
    this.keeper = DriverManager.getConnection(url);
    if (!create) {
      return;
    }
    try (Statement statement = keeper.createStatement()) {
      if (schema != null) {
        statement.execute("create schema " + schema);
        statement.execute("grant usage on schema " + schema + " to epione");
        keeper.setSchema(schema);
      }
      for (String sql : migrations(schema == null ? "h2" : "postgresql")) {
        statement.execute(sql);
      }
    }
  }

  /** In memory. */
  static TestDatabase h2() {
    return open("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000", null);
  }

  /** In a schema of its own, with connections as the product opens them. */
  public static TestDatabase postgresql(String url) {
    return open(
        url.contains(REWRITING) ? url : url + (url.contains("?") ? "&" : "?") + REWRITING,
        "ledger_" + UUID.randomUUID().toString().replace("-", ""));
  }

  /** H2 in a file, or served by a process: made if it is not there yet. */
  static TestDatabase h2(String url) {
    return open(url, null);
  }

  /** A database that another process made. */
  static TestDatabase existing(String url, @Nullable String schema) {
    try {
      return new TestDatabase(url, schema, false);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static TestDatabase open(String url, @Nullable String schema) {
    try {
      return new TestDatabase(url, schema, true);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** All migrations, in order; both databases take a file of statements at once. */
  private static List<String> migrations(String vendor) {
    Map<String, String> files = new TreeMap<>();
    for (String folder : List.of("/db/ledger", "/db/ledger-" + vendor)) {
      try {
        URI place = TestDatabase.class.getResource(folder).toURI();
        if (place.getScheme().equals("jar")) {
          try (FileSystem jar = FileSystems.newFileSystem(place, Map.of())) {
            read(jar.getPath(folder), files);
          }
        } else {
          read(Path.of(place), files);
        }
      } catch (IOException | URISyntaxException e) {
        throw new IllegalStateException(e);
      }
    }
    return List.copyOf(files.values());
  }

  private static void read(Path folder, Map<String, String> files) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      for (Path file : all.toList()) {
        files.put(file.getFileName().toString(), Files.readString(file));
      }
    }
  }

  /** Does this before each transaction commits. */
  void beforeCommit(Runnable hook) {
    beforeCommit = hook;
  }

  /** Does this before each statement, on its thread. */
  void beforeStatement(Consumer<String> hook) {
    beforeStatement = hook;
  }

  /** For another process to find this database. */
  String url() {
    return url;
  }

  /** For another process to find this database. */
  Optional<String> schema() {
    return Optional.ofNullable(schema);
  }

  /** From now on transactions have the rights of this role, of which the tests' is a member. */
  void become(String databaseRole) {
    role = databaseRole;
    closeIdle();
  }

  /** Statements by whoever has a connection of the tests' role, which owns all tables. */
  void execute(List<String> statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url)) {
      if (schema != null) {
        connection.setSchema(schema);
      }
      try (Statement statement = connection.createStatement()) {
        for (String sql : statements) {
          statement.execute(sql);
        }
      }
    }
  }

  /** What is in the tables of one party's ledger, as a backup has it. */
  Map<String, List<List<@Nullable Object>>> backup() throws SQLException {
    Map<String, List<List<@Nullable Object>>> tables = new TreeMap<>();
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      if (schema != null) {
        connection.setSchema(schema);
      }
      for (String table : tables(connection)) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        try (ResultSet result = statement.executeQuery("select * from " + table)) {
          while (result.next()) {
            List<@Nullable Object> row = new ArrayList<>();
            for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
              row.add(result.getObject(i));
            }
            rows.add(row);
          }
        }
        tables.put(table, rows);
      }
    }
    return tables;
  }

  /** A new database with what a backup has. */
  TestDatabase restore(Map<String, List<List<@Nullable Object>>> backup) throws SQLException {
    TestDatabase fresh = schema == null ? h2() : postgresql(url);
    try (Connection connection = DriverManager.getConnection(fresh.url)) {
      if (fresh.schema != null) {
        connection.setSchema(fresh.schema);
      }
      for (Map.Entry<String, List<List<@Nullable Object>>> table : backup.entrySet()) {
        for (List<@Nullable Object> row : table.getValue()) {
          String marks = String.join(", ", Collections.nCopies(row.size(), "?"));
          try (PreparedStatement insert =
              connection.prepareStatement(
                  "insert into " + table.getKey() + " values (" + marks + ")")) {
            for (int i = 0; i < row.size(); i++) {
              insert.setObject(i + 1, row.get(i));
            }
            insert.executeUpdate();
          }
        }
      }
    }
    return fresh;
  }

  private static List<String> tables(Connection connection) throws SQLException {
    List<String> names = new ArrayList<>();
    try (ResultSet tables =
        connection
            .getMetaData()
            .getTables(
                connection.getCatalog(),
                connection.getSchema(),
                null,
                new String[] {"TABLE", "BASE TABLE"})) {
      while (tables.next()) {
        names.add(tables.getString("TABLE_NAME"));
      }
    }
    return names;
  }

  /** The process dies at the statement after so many. */
  void failAfter(int statements) {
    statementsUntilFailure = statements;
  }

  /** The next transaction commits, and whoever asked for it is told that it failed. */
  void loseCommitAnswer() {
    commitAnswerLost = true;
  }

  /** Whether the failure asked for is still to come. */
  boolean stopFailing() {
    boolean pending = statementsUntilFailure >= 0 || commitAnswerLost;
    commitAnswerLost = false;
    statementsUntilFailure = -1;
    return pending;
  }

  /** The first column of what a query finds in the transaction of this thread. */
  List<String> ask(String sql) {
    try (PreparedStatement statement = getConnection().prepareStatement(sql);
        ResultSet result = statement.executeQuery()) {
      List<String> all = new ArrayList<>();
      while (result.next()) {
        all.add(result.getString(1));
      }
      return all;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Runs {@code work} in a transaction: all of it, or nothing. */
  <T> T inTransaction(Supplier<T> work, Runnable onCommit) {
    Connection connection = begin();
    boolean usable = false;
    try {
      current.set(connection);
      T result = work.get();
      failIfAsked();
      beforeCommit.run();
      connection.commit();
      usable = true;
      onCommit.run();
      if (commitAnswerLost) {
        commitAnswerLost = false;
        throw new IllegalStateException("the commit's answer is lost");
      }
      return result;
    } catch (SQLException | RuntimeException e) {
      rollback(connection, e);
      throw e instanceof RuntimeException failure ? failure : new IllegalStateException(e);
    } finally {
      current.remove();
      end(connection, usable);
    }
  }

  private Connection begin() {
    Connection open = idle.poll();
    if (open != null) {
      return open;
    }
    try {
      Connection connection = DriverManager.getConnection(url);
      if (schema != null) {
        connection.setSchema(schema);
      }
      if (role != null) {
        try (Statement statement = connection.createStatement()) {
          statement.execute("set role " + role);
        }
      }
      connection.setAutoCommit(false);
      return connection;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void rollback(Connection connection, Exception cause) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }

  /** One whose transaction has failed may be broken. */
  private void end(Connection connection, boolean usable) {
    if (usable) {
      idle.push(connection);
    } else {
      close(connection);
    }
  }

  @Override
  public Connection getConnection() throws SQLException {
    failIfAsked();
    Connection connection = current.get();
    if (connection == null) {
      throw new SQLException("no transaction");
    }
    return (Connection)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, args) -> {
              if (method.getName().equals("close")) {
                return null;
              }
              if (method.getName().equals("prepareStatement")) {
                beforeStatement.accept((String) args[0]);
              }
              try {
                return method.invoke(connection, args);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private void failIfAsked() throws SQLException {
    if (statementsUntilFailure >= 0 && statementsUntilFailure-- == 0) {
      throw new SQLException("killed here by the test");
    }
  }

  private void closeIdle() {
    for (Connection connection = idle.poll(); connection != null; connection = idle.poll()) {
      close(connection);
    }
  }

  private static void close(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws SQLException {
    closeIdle();
    if (schema != null) {
      try (Statement statement = keeper.createStatement()) {
        statement.execute("drop schema " + schema + " cascade");
      }
    } else {
      // Not the keeper's: H2 closes a database whose disk is full, with all connections.
      try (Connection connection = DriverManager.getConnection(url);
          Statement statement = connection.createStatement()) {
        statement.execute("shutdown");
      }
    }
    keeper.close();
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public PrintWriter getLogWriter() throws SQLException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public void setLogWriter(PrintWriter out) throws SQLException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public int getLoginTimeout() {
    return 0;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return false;
  }
}
