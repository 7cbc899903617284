package org.epione.benchmark.ledger;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What a user would take instead: a table of PostgreSQL in which a trigger chains each row to the
 * one before by SHA-256. Each row is a transaction of its own, as each record is acknowledged by
 * itself. Nobody signs, nobody cosigns, and whoever owns the database can make the chain anew.
 */
final class HashChainTable implements AutoCloseable {

  private final String url;
  private final String schema = "chained_" + UUID.randomUUID().toString().replace("-", "");

  HashChainTable(String url) throws SQLException {
    this.url = url;
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute("create schema " + schema);
      connection.setSchema(schema);
      statement.execute(
          """
          create table head (size bigint primary key, hash bytea not null);
          insert into head values (0, '');
          create table log (id bigint primary key, content bytea not null, hash bytea not null);
          create function chain() returns trigger language plpgsql as $$
          declare previous head;
          begin
            select * into previous from head for update;
            new.id := previous.size + 1;
            new.hash := sha256(previous.hash || new.content);
            update head set size = new.id, hash = new.hash;
            return new;
          end $$;
          create trigger chained before insert on log for each row execute function chain();
          """);
    }
  }

  /** Rows a second, put in by so many writers at the same time, each over its own connection. */
  double measure(List<byte[]> records, int writers) throws SQLException {
    List<Connection> connections = new ArrayList<>();
    try {
      List<PreparedStatement> inserts = new ArrayList<>();
      for (int i = 0; i < writers; i++) {
        Connection connection = DriverManager.getConnection(url);
        connections.add(connection);
        connection.setSchema(schema);
        inserts.add(connection.prepareStatement("insert into log (content) values (?)"));
      }
      return records.size()
          / Stopwatch.of(
                  () -> {
                    Writers.run(records, writers, (record, i) -> insert(inserts.get(i), record));
                    return true;
                  })
              .wall();
    } finally {
      for (Connection connection : connections) {
        connection.close();
      }
    }
  }

  private static void insert(PreparedStatement insert, byte[] record) throws SQLException {
    insert.setBytes(1, record);
    if (insert.executeUpdate() != 1) {
      throw new IllegalStateException("no row was inserted");
    }
  }

  /** Whether each row follows the one before. */
  boolean holds() throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        ResultSet broken =
            statement.executeQuery(
                "select count(*) from (select hash, content,"
                    + " coalesce(lag(hash) over (order by id), ''::bytea) as previous from "
                    + schema
                    + ".log) rows where hash <> sha256(previous || content)")) {
      return broken.next() && broken.getLong(1) == 0;
    }
  }

  @Override
  public void close() throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute("drop schema " + schema + " cascade");
    }
  }
}
