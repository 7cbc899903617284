package org.epione.ledger.connector;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.h2.tools.Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * On H2 as a server, which no deployment has, but every build: what PostgreSQL does by itself with
 * an abandoned transaction, the test does.
 */
class H2TwoServersTest extends TwoServersContract {

  @TempDir Path folder;
  private Server server;

  @Override
  TestDatabase database() throws SQLException {
    server =
        Server.createTcpServer("-tcpPort", "0", "-ifNotExists", "-baseDir", folder.toString())
            .start();
    return TestDatabase.h2(
        "jdbc:h2:tcp://127.0.0.1:" + server.getPort() + "/./ledger;LOCK_TIMEOUT=20000");
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Override
  Duration lease() {
    return Duration.ofSeconds(2);
  }

  @Override
  void endAbandoned(TestDatabase database) throws SQLException {
    try (Connection connection = DriverManager.getConnection(database.url());
        Statement statement = connection.createStatement()) {
      List<Integer> abandoned = new ArrayList<>();
      try (ResultSet sessions =
          statement.executeQuery(
              "select session_id from information_schema.sessions"
                  + " where contains_uncommitted and session_id <> session_id()")) {
        while (sessions.next()) {
          abandoned.add(sessions.getInt(1));
        }
      }
      for (int session : abandoned) {
        statement.execute("call abort_session(" + session + ")");
      }
    }
  }
}
