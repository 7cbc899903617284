package org.epione.ledger.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.epione.ledger.block.Block;
import org.epione.ledger.connector.store.ContradictionRow;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.state.ChainState;
import org.epione.ledger.transparency.Checkpoint;
import org.epione.ledger.transparency.NoteKey;
import org.epione.ledger.transparency.NoteVerifier;
import org.epione.ledger.transparency.SignedNote;
import org.epione.ledger.verification.VerificationReport;
import org.epione.ledger.world.Party;
import org.epione.ledger.world.SharingActs;
import org.epione.ledger.world.Treatment;
import org.epione.ledger.world.World;

/**
 * Messages lost, doubled and out of order, the clock set back, the database failing at random
 * statements or after it committed, and the process killed: in the end every record is on the chain
 * exactly once, everybody has a receipt, the chain verifies, and both witnesses have cosigned its
 * head.
 */
class ChaosTest {

  private static final String A = "HOSPITAL-A";

  @Property(tries = 25, shrinking = ShrinkingMode.OFF)
  void chain_shouldHoldEveryRecordOnce_whateverHappens(@ForAll long seed) throws Exception {
    World world = new World("chaos");
    Random chance = new Random(seed);
    try (Node node =
        new Node(
            world,
            TestDatabase.h2(),
            world.hospital(),
            world.other(),
            world.cloud(),
            world.manager())) {
      if (chance.nextBoolean()) {
        node.together();
      }
      node.found(world.founding());
      List<List<LedgerRecord>> waves = waves(world);
      int expected = 1;
      for (List<LedgerRecord> wave : waves) {
        expected += wave.size();
        run(world, node, chance, wave);
      }
      assertChain(world, node, expected);
      assertWitnessed(world, node, expected);
    }
  }

  /** Each wave builds on the ones before; within a wave any order may happen. */
  private static List<List<LedgerRecord>> waves(World world) {
    Treatment one = new Treatment(world, world.doctors().subList(0, 2));
    Treatment two = new Treatment(world, world.doctors().subList(2, 4));
    LedgerRecord first = one.diagnosis();
    LedgerRecord second = two.diagnosis();
    SharingActs sharing = new SharingActs(world, one, world.foreign());
    return List.of(
        world.doctors().stream().map(world::enrolment).toList(),
        List.of(one.opened(), two.opened()),
        List.of(first, one.stored(first), second, two.stored(second)),
        List.of(sharing.requested()),
        List.of(sharing.consented()),
        List.of(sharing.issued()),
        List.of(sharing.read(), sharing.read()));
  }

  private static void run(World world, Node node, Random chance, List<LedgerRecord> wave) {
    for (int round = 0; !allHaveReceipts(world, node, wave); round++) {
      assertThat(round).as("rounds").isLessThan(200);
      List<LedgerRecord> unanswered =
          new ArrayList<>(
              wave.stream().filter(r -> node.receipt(world.hospital(), r).isEmpty()).toList());
      Collections.shuffle(unanswered, chance);
      for (LedgerRecord record : unanswered) {
        node.sent.add(
            new Node.Mail(A, Envelopes.SUBMIT, node.submission(world.hospital(), record)));
      }
      deliverSomehow(node, chance);
      world.clock().move(Duration.ofSeconds(chance.nextInt(-4, 20)));
      perhapsKilled(node, chance, () -> node.step(A));
      perhapsKilled(node, chance, () -> node.offerHead(A));
    }
  }

  private static boolean allHaveReceipts(World world, Node node, List<LedgerRecord> wave) {
    return wave.stream()
        .allMatch(
            record -> {
              var receipt = node.receipt(world.hospital(), record);
              receipt.ifPresent(r -> assertThat(r.rejection()).as(record.toString()).isEmpty());
              return receipt.isPresent();
            });
  }

  private static void deliverSomehow(Node node, Random chance) {
    for (int i = 0; i < 40 && !node.sent.isEmpty(); i++) {
      Node.Mail mail = node.sent.remove(chance.nextInt(node.sent.size()));
      int fate = chance.nextInt(10);
      if (fate == 0) {
        continue;
      }
      if (fate == 1) {
        node.sent.add(mail);
      }
      perhapsKilled(node, chance, () -> node.deliver(mail));
    }
  }

  private static void perhapsKilled(Node node, Random chance, Runnable work) {
    boolean kill = chance.nextInt(4) == 0;
    if (kill && chance.nextInt(4) == 0) {
      node.database.loseCommitAnswer();
    } else if (kill) {
      node.database.failAfter(chance.nextInt(25));
    }
    try {
      work.run();
      node.database.stopFailing();
    } catch (RuntimeException e) {
      assertThat(node.database.stopFailing()).as("failed for another reason: " + e).isFalse();
      assertThat(kill).as("failed for another reason: " + e).isTrue();
      // The database failed, and the process lives; or it was the process that did.
      if (chance.nextInt(4) == 0) {
        node.restart();
      }
    }
  }

  private static void assertWitnessed(World world, Node node, int records) {
    NoteVerifier verifier = new NoteVerifier(world.suite().ed25519());
    for (int round = 0; round < 3; round++) {
      world.clock().move(Duration.ofHours(2));
      node.offerHead(A);
      node.settle();
    }
    SignedNote head = node.run(c -> c.store().checkpoints().latest(A).orElseThrow());
    assertThat(Checkpoint.parse(head.text()).size()).isEqualTo(records);
    for (Party witness : List.of(world.other(), world.manager())) {
      NoteKey key = NoteKey.of(witness.certificate().identity(), NoteKey.Role.WITNESS);
      assertThat(verifier.cosigned(head, key)).as(witness.code()).isPresent();
    }
    List<ContradictionRow> contradictions = node.run(c -> c.store().contradictions().all());
    assertThat(contradictions).isEmpty();
  }

  private static void assertChain(World world, Node node, int records) throws IOException {
    node.settle();
    List<byte[]> own = node.run(c -> c.store().chains().blocks(A, A, 0, 1000));
    List<byte[]> cloud = node.run(c -> c.store().chains().blocks("CLOUD", A, 0, 1000));
    assertThat(cloud)
        .usingElementComparator((a, b) -> java.util.Arrays.compare(a, b))
        .isEqualTo(own);
    VerificationReport report = ExportedBlocks.verify(world, world.chain(), own.size(), own);
    assertThat(report.fault()).isEmpty();
    assertThat(report.head().orElseThrow().records()).isEqualTo(records);
    ChainState running =
        node.run(c -> c.states().at(c.store(), c.store().chains().find(A, A).orElseThrow()));
    assertThat(report.state().credit().all()).isEqualTo(running.credit().all());
    assertThat(node.published).hasSize(own.size());
    assertThat(Block.decode(node.published.get(own.size() - 1)).header().height())
        .isEqualTo(own.size() - 1L);
  }
}
