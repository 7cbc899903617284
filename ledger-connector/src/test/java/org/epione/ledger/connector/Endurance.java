package org.epione.ledger.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.ledger.block.Block;
import org.epione.ledger.block.BlockHeader;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.verification.VerificationReport;
import org.epione.ledger.world.World;

/**
 * A server that is given records while its database is in trouble. What fails is tried again, as
 * the broker and the timer do; in the end every acknowledged record is there once, and no height
 * was signed twice.
 */
final class Endurance {

  private static final String A = "HOSPITAL-A";

  private final World world;
  private final Node node;
  private final List<LedgerRecord> sent = new ArrayList<>();
  private final Map<Long, Set<String>> signed = new TreeMap<>();

  Endurance(World world, Node node) {
    this.world = world;
    this.node = node;
    node.signing = (code, message) -> signing(message);
    node.restart();
    node.found(world.founding());
    node.step(A);
    node.settle();
  }

  private void signing(byte[] message) {
    try {
      BlockHeader header = BlockHeader.decode(message);
      signed.computeIfAbsent(header.height(), height -> new TreeSet<>()).add(header.hash().hex());
    } catch (MalformedEncodingException noHeader) {
      assertThat(message).isNotEmpty();
    }
  }

  /** One more record, whose sender sends it until it is acknowledged. */
  void submit() {
    sent.add(world.enrolment(world.doctor(world.hospital())));
  }

  /**
   * Sends what was not acknowledged, delivers what is on the way, and lets the timer look.
   *
   * @return how much of it failed
   */
  int round() {
    world.clock().move(Duration.ofSeconds(7));
    int failures = 0;
    for (LedgerRecord record : unanswered()) {
      failures += failure(() -> node.receive(node.submission(world.hospital(), record)));
    }
    failures += failure(() -> node.step(A));
    while (!node.sent.isEmpty()) {
      Node.Mail mail = node.sent.remove(0);
      failures += failure(() -> node.deliver(mail));
    }
    return failures;
  }

  private static int failure(Runnable work) {
    try {
      work.run();
      return 0;
    } catch (RuntimeException databaseInTrouble) {
      assertThat(databaseInTrouble).hasStackTraceContaining("SQLException");
      return 1;
    }
  }

  private List<LedgerRecord> unanswered() {
    return sent.stream()
        .filter(record -> node.receipt(world.hospital(), record).isEmpty())
        .toList();
  }

  /** The trouble is over: everything gets done without anybody's help, and is right. */
  void assertRecovers() throws IOException {
    for (int rounds = 0; !unanswered().isEmpty(); rounds++) {
      assertThat(rounds).as("rounds after the trouble").isLessThan(20);
      round();
    }
    List<byte[]> own = node.run(c -> c.store().chains().blocks(A, A, 0, 100_000));
    List<byte[]> cloud = node.run(c -> c.store().chains().blocks("CLOUD", A, 0, 100_000));
    assertThat(own).usingElementComparator(Arrays::compare).isEqualTo(cloud);
    List<LedgerRecord> records =
        own.stream().map(Block::decode).flatMap(block -> block.records().stream()).toList();
    assertThat(records.stream().skip(1)).containsExactlyInAnyOrderElementsOf(sent);
    assertThat(sent)
        .allMatch(record -> node.receipt(world.hospital(), record).orElseThrow().isFinal());
    assertThat(signed.values()).allSatisfy(hashes -> assertThat(hashes).hasSize(1));
    VerificationReport report = ExportedBlocks.verify(world, world.chain(), own.size(), own);
    assertThat(report.fault()).isEmpty();
  }
}
