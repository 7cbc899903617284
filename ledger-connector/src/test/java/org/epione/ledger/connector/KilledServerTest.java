package org.epione.ledger.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import org.epione.crypto.envelope.SignedEnvelope;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.block.Block;
import org.epione.ledger.connector.context.WriterLease;
import org.epione.ledger.merkle.MerkleTree;
import org.epione.ledger.receipt.Receipt;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.verification.VerificationReport;
import org.epione.ledger.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server on an H2 file takes records in without a pause and is killed (SIGKILL) at random
 * moments, also while it starts. {@code -Depione.ledger.kills} says how often, {@code
 * -Depione.ledger.kills.seed} repeats the moments of an earlier run.
 */
class KilledServerTest {

  private static final Logger LOG = Logger.getLogger(KilledServerTest.class.getName());
  private static final String A = "HOSPITAL-A";
  private static final int LONGEST_MILLIS = 600;
  private static final int AT_ONCE = 4;

  @TempDir Path folder;

  private final World world = new World(LedgerProcess.SEED);
  private final Map<String, Set<String>> signed = new TreeMap<>();
  private final Map<Digest, LedgerRecord> unanswered = new LinkedHashMap<>();
  private final Map<Digest, Receipt> answered = new HashMap<>();
  private final Map<Moment, Integer> moments = new TreeMap<>();

  private enum Moment {
    START,
    WORK
  }

  @Test
  void chain_shouldHoldEveryAcknowledgedRecordOnce_whenItsServerIsKilled() throws Exception {
    int kills = Integer.getInteger("epione.ledger.kills", 20);
    Long given = Long.getLong("epione.ledger.kills.seed");
    long seed = given == null ? System.nanoTime() : given;
    LOG.info(() -> kills + " kills, seed " + seed);
    Random random = new Random(seed);
    String url = "jdbc:h2:file:" + folder.resolve("ledger") + ";WRITE_DELAY=0";
    TestDatabase.h2(url).close();
    ScheduledExecutorService killer = Executors.newSingleThreadScheduledExecutor();
    try (Node sender = new Node(world, TestDatabase.h2(), world.hospital())) {
      for (int kill = 0; kill < kills; kill++) {
        life(url, sender, killer, random, kill % 2 == 0 ? Moment.START : Moment.WORK, kill % 4 < 2);
      }
      try (ServerProcess last = server(url, false)) {
        last.ready();
        work(last, sender, false);
      }
    } finally {
      killer.shutdownNow();
    }
    check(url);
    LOG.info(() -> "acknowledged " + answered.size() + ", killed during " + moments);
  }

  /** One server's, from its start to its violent end. */
  private void life(
      String url,
      Node sender,
      ScheduledExecutorService killer,
      Random random,
      Moment aim,
      boolean together)
      throws Exception {
    try (ServerProcess server = server(url, together)) {
      Moment moment = Moment.START;
      try {
        if (aim == Moment.WORK) {
          server.ready();
        }
        Future<?> killed =
            killer.schedule(server::kill, random.nextInt(LONGEST_MILLIS), TimeUnit.MILLISECONDS);
        if (aim == Moment.START) {
          server.ready();
        }
        moment = Moment.WORK;
        work(server, sender, true);
        killed.get();
      } catch (ServerProcess.Ended killed) {
        moments.merge(moment, 1, Integer::sum);
      }
    }
  }

  private ServerProcess server(String url, boolean together) {
    return new ServerProcess(
        url, "-", "only", WriterLease.DEFAULT, Duration.ofSeconds(10), together, signed);
  }

  /** Submits and delivers; what was in the server's hands when it was killed comes again. */
  private void work(ServerProcess server, Node sender, boolean more) {
    server.ask("found");
    while (more || !unanswered.isEmpty()) {
      world.clock().move(Duration.ofSeconds(6));
      server.time(world.now());
      while (more && unanswered.size() < AT_ONCE) {
        LedgerRecord next = world.enrolment(world.doctor(world.hospital()));
        unanswered.put(next.id(), next);
      }
      Deque<byte[]> envelopes = new ArrayDeque<>();
      unanswered
          .values()
          .forEach(record -> envelopes.add(sender.submission(world.hospital(), record)));
      server.ask("step");
      envelopes.addAll(toDeliver(server));
      while (!envelopes.isEmpty()) {
        server.ask("in " + HexFormat.of().formatHex(envelopes.remove()));
        envelopes.addAll(toDeliver(server));
      }
    }
  }

  private List<byte[]> toDeliver(ServerProcess server) {
    List<byte[]> envelopes = new ArrayList<>();
    for (Node.Mail mail : server.sent()) {
      if (mail.type().equals("ledger.receipt")) {
        acknowledge(
            Receipt.decode(SignedEnvelope.decode(mail.envelope()).envelope().payload().bytes()));
      } else {
        envelopes.add(mail.envelope());
      }
    }
    return envelopes;
  }

  private void acknowledge(Receipt receipt) {
    assertThat(receipt.isFinal()).as(receipt.rejection().orElse("")).isTrue();
    Receipt before = answered.put(receipt.record(), receipt);
    assertThat(before == null || before.equals(receipt)).as("another receipt").isTrue();
    unanswered.remove(receipt.record());
  }

  private void check(String url) throws Exception {
    try (Node node =
        new Node(world, TestDatabase.existing(url, null), world.hospital(), world.cloud())) {
      List<byte[]> own = node.run(c -> c.store().chains().blocks(A, A, 0, 100_000));
      List<byte[]> cloud = node.run(c -> c.store().chains().blocks("CLOUD", A, 0, 100_000));
      assertThat(own).usingElementComparator(Arrays::compare).isEqualTo(cloud);
      List<LedgerRecord> records = new ArrayList<>();
      for (byte[] encoded : own) {
        Block block = Block.decode(encoded);
        records.addAll(block.records());
        assertThat(signed.get("block " + block.header().height()))
            .containsExactly(block.hash().hex());
      }
      assertThat(records.stream().map(LedgerRecord::id)).doesNotHaveDuplicates();
      assertThat(records).hasSize(1 + answered.size());
      assertThat(records.stream().map(LedgerRecord::id)).containsAll(answered.keySet());
      assertThat(signed.values()).allSatisfy(values -> assertThat(values).hasSize(1));
      List<Digest> leaves =
          records.stream().map(record -> MerkleTree.leafHash(record.encode())).toList();
      signed.forEach(
          (what, values) -> {
            if (what.startsWith("head ")) {
              int size = Integer.parseInt(what.substring(5));
              assertThat(values)
                  .containsExactly(MerkleTree.of(leaves.subList(0, size)).root().hex());
            }
          });
      assertVerifies(own);
    }
  }

  private void assertVerifies(List<byte[]> blocks) throws IOException {
    VerificationReport report = ExportedBlocks.verify(world, world.chain(), blocks.size(), blocks);
    assertThat(report.fault()).isEmpty();
  }
}
