package org.epione.ledger.connector.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.epione.crypto.transcript.Digest;
import org.jspecify.annotations.Nullable;

/** Statements on the data source; each takes the connection that the transaction has. */
final class Database {

  private final DataSource dataSource;
  private final Duration patience;

  /**
   * Statements on this data source.
   *
   * @param patience after how long a transaction whose server does nothing is ended, where the
   *     database can do that
   */
  Database(DataSource dataSource, Duration patience) {
    this.dataSource = dataSource;
    this.patience = patience;
  }

  /**
   * Has the database end this transaction if its server is frozen or cut off, so that the locks it
   * has do not stop the others for as long as it stays away. Without a way to do so in H2, whose
   * file only one server has.
   */
  void endIfAbandoned() {
    try (Connection connection = dataSource.getConnection()) {
      if (isPostgresql(connection)) {
        try (Statement statement = connection.createStatement()) {
          long millis = patience.toMillis();
          statement.execute(
              "set local idle_in_transaction_session_timeout = "
                  + millis
                  + "; set local lock_timeout = "
                  + 2 * millis);
        }
      }
    } catch (SQLException e) {
      throw new LedgerStoreException(e);
    }
  }

  /** The database's clock, not that of the transaction's beginning. */
  Instant now() {
    return first("select " + clock(), result -> Instant.ofEpochMilli(result.getLong(1)))
        .orElseThrow();
  }

  /** What selects it: milliseconds since 1970. */
  String clock() {
    try (Connection connection = dataSource.getConnection()) {
      return isPostgresql(connection)
          ? "cast(extract(epoch from clock_timestamp()) * 1000 as bigint)"
          : "cast(extract(epoch from current_timestamp) * 1000 as bigint)";
    } catch (SQLException e) {
      throw new LedgerStoreException(e);
    }
  }

  private static boolean isPostgresql(Connection connection) throws SQLException {
    return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
  }

  int update(String sql, @Nullable Object... values) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, values);
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new LedgerStoreException(e);
    }
  }

  /** The same statement once for each of these, in one go. */
  void batch(String sql, List<@Nullable Object[]> each) {
    if (each.isEmpty()) {
      return;
    }
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (@Nullable Object[] values : each) {
        bind(statement, values);
        statement.addBatch();
      }
      statement.executeBatch();
    } catch (SQLException e) {
      throw new LedgerStoreException(e);
    }
  }

  <T> List<T> list(String sql, Row<T> row, @Nullable Object... values) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, values);
      try (ResultSet result = statement.executeQuery()) {
        List<T> all = new ArrayList<>();
        while (result.next()) {
          all.add(row.of(result));
        }
        return all;
      }
    } catch (SQLException e) {
      throw new LedgerStoreException(e);
    }
  }

  /** The rows of a hospital whose last compared column has one of these digests. */
  <T> List<T> among(String sql, String hospital, Collection<Digest> digests, Row<T> row) {
    return among(sql, "", hospital, digests.stream().map(Digest::hex).toList(), row);
  }

  /** The rows of a hospital whose last compared column has one of these values. */
  <T> List<T> among(String sql, String end, String hospital, Collection<String> names, Row<T> row) {
    return names.isEmpty()
        ? List.of()
        : list(sql + in(names) + end, row, values(hospital, names).toArray());
  }

  /** Deletes the rows of a hospital whose last compared column has one of these digests. */
  void deleteAmong(String sql, String hospital, Collection<Digest> digests) {
    List<String> names = digests.stream().map(Digest::hex).toList();
    if (!names.isEmpty()) {
      update(sql + in(names), values(hospital, names).toArray());
    }
  }

  private static String in(Collection<String> names) {
    return " in (" + String.join(", ", Collections.nCopies(names.size(), "?")) + ")";
  }

  private static List<Object> values(String hospital, Collection<String> names) {
    List<Object> values = new ArrayList<>();
    values.add(hospital);
    values.addAll(names);
    return values;
  }

  <T> Optional<T> first(String sql, Row<T> row, @Nullable Object... values) {
    return list(sql, row, values).stream().findFirst();
  }

  private static void bind(PreparedStatement statement, @Nullable Object[] values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      if (value instanceof byte[] bytes) {
        statement.setBytes(i + 1, bytes);
      } else if (value == null) {
        statement.setNull(i + 1, java.sql.Types.NULL);
      } else {
        statement.setObject(i + 1, value);
      }
    }
  }

  /** Reads one row. */
  @FunctionalInterface
  interface Row<T> {
    T of(ResultSet result) throws SQLException;
  }
}
