package org.epione.ledger.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.epione.ledger.connector.store.ChainRow;
import org.epione.ledger.connector.store.LeaseRow;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Two servers, each a process of its own, on one database. The one that makes the blocks is frozen
 * in the worst moments, with a transaction open and the block decided or signed, for longer than
 * its lease, or killed: the other takes over, and when the first goes on, it does no harm.
 */
abstract class TwoServersContract {

  private static final String A = "HOSPITAL-A";
  // After the one that verifies and the one that takes in.
  private static final int DECIDED = 3;
  private static final int SIGNED = 4;

  private final World world = new World(LedgerProcess.SEED);
  private final Map<String, Set<String>> signed = new TreeMap<>();
  private int doctor;

  /** A database that other processes can reach. */
  abstract TestDatabase database() throws SQLException;

  /** Lease of the processes; PostgreSQL ends their abandoned transactions after half of it. */
  abstract Duration lease();

  /** Ends the transactions of a frozen process, where the database does not do that by itself. */
  abstract void endAbandoned(TestDatabase database) throws SQLException;

  @Test
  @Timeout(120)
  void chain_shouldNotFork_whenItsWriterIsFrozenOrKilled() throws Exception {
    try (Node reader = new Node(world, database(), world.hospital());
        ServerProcess first = server(reader.database, "first", true);
        ServerProcess second = server(reader.database, "second", false)) {
      first.ready();
      second.ready();
      first.ask("found");
      first.ask("step");
      settle(first);

      frozen(reader, first, second, SIGNED);
      frozen(reader, second, first, SIGNED);
      frozen(reader, first, second, DECIDED);
      killed(reader, second, first);

      ChainRow row = reader.run(c -> c.store().chains().find(A, A).orElseThrow());
      assertThat(row.records()).isEqualTo(5);
      assertThat(signed.keySet().stream().filter(what -> what.startsWith("block ")))
          .hasSize((int) row.height() + 1);
      assertThat(signed.values()).allSatisfy(hashes -> assertThat(hashes).hasSize(1));
      Long equivocations = reader.run(c -> c.store().chains().equivocations("CLOUD", A));
      assertThat(equivocations).isZero();
      assertThat(reader.<Integer>run(c -> c.store().chains().blocks(A, A, 0, 100).size()))
          .isEqualTo((int) row.height() + 1);
    }
  }

  private void frozen(Node reader, ServerProcess writer, ServerProcess other, int moment)
      throws SQLException {
    stopIn(reader, writer, moment);
    assertThat(writer.undone()).isEmpty();
    writer.freeze();
    Instant frozen = now(reader);
    LeaseRow before = lease(reader);
    awaitExpiry(reader, before);
    endAbandoned(reader.database);
    takeOver(reader, other, before, frozen);
    settle(other);
    writer.thaw();
    writer.tell("go");

    // Tried again, by a server that is not the writer any more, the step finds nothing to do.
    assertThat(writer.awaitAnswer()).isTrue();
    assertThat(writer.undone()).as("the transaction that was open").hasSize(1);
    assertThat(writer.sent()).as("messages of the transaction that was open").isEmpty();
    assertThat(writer.ask("step")).isTrue();
    assertThat(writer.sent()).isEmpty();
  }

  private void killed(Node reader, ServerProcess writer, ServerProcess other) {
    stopIn(reader, writer, SIGNED);
    writer.kill();
    Instant killed = now(reader);
    LeaseRow before = lease(reader);
    awaitExpiry(reader, before);
    takeOver(reader, other, before, killed);
    settle(other);
  }

  /** Has the writer stop before one of the commits that follow the arrival of a record. */
  private void stopIn(Node reader, ServerProcess writer, int commits) {
    LedgerRecord record = world.enrolment(world.doctor(doctor++));
    writer.ask("hold " + commits);
    byte[] envelope = reader.submission(world.hospital(), record);
    assertThat(writer.ask("in " + HexFormat.of().formatHex(envelope))).isTrue();
  }

  private void takeOver(Node reader, ServerProcess other, LeaseRow before, Instant since) {
    world.clock().move(Duration.ofSeconds(10));
    other.time(world.now());
    boolean worked = other.ask("step");

    assertThat(worked).isTrue();
    LeaseRow now = lease(reader);
    assertThat(now.epoch()).isEqualTo(before.epoch() + 1);
    assertThat(now.server()).isNotEqualTo(before.server());
    assertThat(now.taken()).isAfterOrEqualTo(before.expires());
    assertThat(Duration.between(since, now.taken())).isLessThan(lease().multipliedBy(2));
  }

  private void settle(ServerProcess server) {
    Deque<Node.Mail> mails = new ArrayDeque<>(server.sent());
    while (!mails.isEmpty()) {
      Node.Mail mail = mails.remove();
      if (!mail.type().equals("ledger.receipt")) {
        assertThat(server.ask("in " + HexFormat.of().formatHex(mail.envelope()))).isTrue();
        mails.addAll(server.sent());
      }
    }
  }

  /** Until the database's clock says so; each look is a transaction. */
  private static void awaitExpiry(Node reader, LeaseRow lease) {
    while (now(reader).isBefore(lease.expires())) {
      Thread.onSpinWait();
    }
  }

  private static Instant now(Node reader) {
    return reader.run(c -> c.store().leases().now());
  }

  private static LeaseRow lease(Node reader) {
    return reader.run(c -> c.store().leases().find(A).orElseThrow());
  }

  private ServerProcess server(TestDatabase database, String name, boolean together) {
    return new ServerProcess(
        database.url(),
        database.schema().orElse("-"),
        name,
        lease(),
        lease().dividedBy(2),
        together,
        signed);
  }
}
