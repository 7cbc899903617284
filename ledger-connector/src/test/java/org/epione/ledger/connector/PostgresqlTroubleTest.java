package org.epione.ledger.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.epione.ledger.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** PostgreSQL without space, and one that does not answer a commit. */
@EnabledIfEnvironmentVariable(named = "EPIONE_TEST_POSTGRESQL", matches = ".+")
@Timeout(120)
class PostgresqlTroubleTest {

  private static final String URL = System.getenv("EPIONE_TEST_POSTGRESQL");
  private static final int MEGABYTES = 8;

  @TempDir Path folder;

  private final World world = new World("trouble");

  private Node node(String url) {
    Node node =
        new Node(
            world, TestDatabase.postgresql(url), world.hospital(), world.cloud(), world.manager());
    node.patience = Duration.ofSeconds(1);
    return node;
  }

  /** As the superuser, whom the cluster of the tests lets in without a password. */
  private static void asSuperuser(String sql) throws SQLException {
    String address = URL.substring(0, URL.indexOf('?'));
    try (Connection connection = DriverManager.getConnection(address, "postgres", "");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void records_shouldAllBeThereOnce_whenTheDiskWasFull() throws Exception {
    try (SmallDisk disk = new SmallDisk(folder, MEGABYTES)) {
      Path space = Files.createDirectory(disk.folder().resolve("space"));
      assertThat(SmallDisk.run("chown", "postgres", space.toString())).isTrue();
      assertThat(SmallDisk.run("chmod", "a+rx", folder.toString())).isTrue();
      asSuperuser("create tablespace full_disk location '" + space + "'");
      asSuperuser("grant create on tablespace full_disk to epione_owner");
      try (Node node = node(URL + "&options=-c%20default_tablespace%3Dfull_disk")) {
        Endurance endurance = new Endurance(world, node);
        int failures = 0;
        for (int time = 0; time < 2; time++) {
          disk.fill();
          // There is room in the pages that are there: so many that it does not suffice.
          for (int i = 0; i < 40 && failures <= time; i++) {
            endurance.submit();
            failures += endurance.round();
          }
          disk.free();
          endurance.assertRecovers();
        }
        assertThat(failures).as("nothing failed: the disk was not full").isPositive();
      } finally {
        asSuperuser("drop tablespace full_disk");
      }
    }
  }

  /** Where the commit gets lost. */
  enum Lost {
    REQUEST,
    ANSWER
  }

  @ParameterizedTest
  @EnumSource
  void records_shouldAllBeThereOnce_whenACommitHangs(Lost lost) throws Exception {
    URI server = URI.create(URL.substring("jdbc:".length()));
    try (HangingProxy proxy = new HangingProxy(server.getHost(), server.getPort());
        Node node =
            node(
                URL.replace(server.getHost() + ":" + server.getPort(), "127.0.0.1:" + proxy.port())
                    + "&socketTimeout=2")) {
      Endurance endurance = new Endurance(world, node);
      int failures = 0;
      for (int commit = 1; commit <= 4; commit++) {
        Countdown countdown = new Countdown(commit, () -> proxy.hang(lost == Lost.REQUEST));
        node.database.beforeCommit(countdown::tick);
        endurance.submit();
        failures += endurance.round();
        node.database.beforeCommit(() -> {});
        proxy.goOn();
        endurance.assertRecovers();
      }
      assertThat(failures).as("no commit hung").isPositive();
    }
  }

  /** Does something at the last of so many ticks. */
  private static final class Countdown {
    private int left;
    private final Runnable then;

    Countdown(int ticks, Runnable then) {
      this.left = ticks;
      this.then = then;
    }

    void tick() {
      if (--left == 0) {
        then.run();
      }
    }
  }
}
