package org.epione.testing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The rows that the migrations put into their tables, to which a used database is brought back. */
record Contents(Map<String, List<List<@Nullable Object>>> rows) {

  static Contents of(DataSource dataSource) {
    Map<String, List<List<@Nullable Object>>> rows = new TreeMap<>();
    try (Connection connection = dataSource.getConnection()) {
      for (String table : tables(connection)) {
        rows.put(table, rowsOf(connection, table));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return new Contents(rows);
  }

  /** Brings the rows back; false when a test changed more than rows. */
  boolean restore(DataSource dataSource) {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      if (!tables(connection).equals(List.copyOf(rows.keySet()))) {
        return false;
      }
      boolean h2 = connection.getMetaData().getDatabaseProductName().equals("H2");
      if (h2) {
        statement.execute("set referential_integrity false");
        for (String table : rows.keySet()) {
          statement.execute("truncate table " + table);
        }
        statement.execute("set referential_integrity true");
      } else {
        // Some tables refuse to be emptied; their owner can do it all the same.
        List<String> guarded = guarded(connection);
        for (String table : guarded) {
          statement.execute("alter table " + table + " disable trigger user");
        }
        statement.execute("truncate table " + String.join(", ", rows.keySet()) + " cascade");
        for (String table : guarded) {
          statement.execute("alter table " + table + " enable trigger user");
        }
      }
      for (Map.Entry<String, List<List<@Nullable Object>>> table : rows.entrySet()) {
        insert(connection, table.getKey(), table.getValue());
      }
      return true;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The product's tables, quoted, in order. */
  static List<String> tables(Connection connection) throws SQLException {
    List<String> names = new ArrayList<>();
    try (ResultSet tables =
        connection
            .getMetaData()
            .getTables(connection.getCatalog(), connection.getSchema(), "%", null)) {
      while (tables.next()) {
        String type = tables.getString("TABLE_TYPE");
        if (type.endsWith("TABLE") && !tables.getString("TABLE_NAME").startsWith("flyway")) {
          names.add('"' + tables.getString("TABLE_NAME") + '"');
        }
      }
    }
    Collections.sort(names);
    return names;
  }

  private static List<String> guarded(Connection connection) throws SQLException {
    List<String> names = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet tables =
            statement.executeQuery(
                "select distinct event_object_table from information_schema.triggers"
                    + " where event_object_schema = current_schema()")) {
      while (tables.next()) {
        names.add(tables.getString(1));
      }
    }
    return names;
  }

  private static List<List<@Nullable Object>> rowsOf(Connection connection, String table)
      throws SQLException {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("select * from " + table)) {
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        List<@Nullable Object> row = new ArrayList<>();
        for (int column = 1; column <= columns; column++) {
          row.add(result.getObject(column));
        }
        rows.add(row);
      }
    }
    return rows;
  }

  private static void insert(Connection connection, String table, List<List<@Nullable Object>> rows)
      throws SQLException {
    for (List<@Nullable Object> row : rows) {
      String marks = String.join(", ", Collections.nCopies(row.size(), "?"));
      try (PreparedStatement insert =
          connection.prepareStatement("insert into " + table + " values (" + marks + ")")) {
        for (int i = 0; i < row.size(); i++) {
          insert.setObject(i + 1, row.get(i));
        }
        insert.executeUpdate();
      }
    }
  }
}
