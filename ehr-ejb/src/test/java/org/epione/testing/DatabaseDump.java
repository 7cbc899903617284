package org.epione.testing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** Everything in a test's database, as a thief would have it. */
public final class DatabaseDump {

  private DatabaseDump() {}

  /** The values of all columns of all tables, one after the other. */
  public static byte[] of(Container container) {
    ByteArrayOutputStream dump = new ByteArrayOutputStream();
    try (Connection connection = container.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      for (String table : Contents.tables(connection)) {
        try (ResultSet rows = statement.executeQuery("select * from " + table)) {
          int columns = rows.getMetaData().getColumnCount();
          while (rows.next()) {
            for (int column = 1; column <= columns; column++) {
              dump.writeBytes(bytes(rows.getObject(column)));
            }
          }
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return dump.toByteArray();
  }

  /** Whether the bytes are somewhere in the dump. */
  public static boolean contains(byte[] dump, byte[] wanted) {
    return new String(dump, StandardCharsets.ISO_8859_1)
        .contains(new String(wanted, StandardCharsets.ISO_8859_1));
  }

  private static byte[] bytes(@Nullable Object value) {
    if (value instanceof byte[] binary) {
      return binary;
    }
    return String.valueOf(value).getBytes(StandardCharsets.UTF_8);
  }
}
