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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

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

  /** Rows a second, put in by so many writers at the same time. */
  double measure(List<byte[]> records, int writers) throws SQLException {
    List<Connection> connections = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(writers);
    try {
      for (int i = 0; i < writers; i++) {
        Connection connection = DriverManager.getConnection(url);
        connection.setSchema(schema);
        connections.add(connection);
      }
      return records.size() / Stopwatch.of(() -> insert(records, connections, threads)).wall();
    } finally {
      threads.shutdown();
      for (Connection connection : connections) {
        connection.close();
      }
    }
  }

  private static boolean insert(
      List<byte[]> records, List<Connection> connections, ExecutorService threads)
      throws InterruptedException, ExecutionException {
    List<Future<Integer>> writing = new ArrayList<>();
    int writers = connections.size();
    for (int i = 0; i < writers; i++) {
      int first = i;
      writing.add(threads.submit(() -> insert(records, connections.get(first), first, writers)));
    }
    int rows = 0;
    for (Future<Integer> written : writing) {
      rows += written.get();
    }
    return rows == records.size();
  }

  private static int insert(List<byte[]> records, Connection connection, int first, int step)
      throws SQLException {
    int rows = 0;
    try (PreparedStatement insert =
        connection.prepareStatement("insert into log (content) values (?)")) {
      for (int i = first; i < records.size(); i += step) {
        insert.setBytes(1, records.get(i));
        rows += insert.executeUpdate();
      }
    }
    return rows;
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
