package org.epione.ledger.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeTry;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.block.Block;
import org.epione.ledger.connector.making.BlockMaking;
import org.epione.ledger.connector.making.CloudAgreement;
import org.epione.ledger.connector.making.CloudCopy;
import org.epione.ledger.connector.making.Cosigning;
import org.epione.ledger.connector.port.LedgerException;
import org.epione.ledger.connector.witness.HeadExchange;
import org.epione.ledger.connector.witness.HeadOffers;
import org.epione.ledger.connector.witness.Witnessing;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.world.World;

/**
 * Whatever comes to the ledger's queue is refused by its one exception, or does what it says, once;
 * and what others sent is on the chain all the same.
 */
class HostileIntakePropertyTest {

  private static final String A = "HOSPITAL-A";
  private static final List<String> TYPES =
      List.of(
          Envelopes.SUBMIT,
          BlockMaking.PROPOSE,
          Cosigning.COSIGN,
          Cosigning.ORIGINAL_WANTED,
          CloudCopy.COPY,
          CloudCopy.ORIGINAL,
          CloudAgreement.WANTED,
          HeadOffers.OFFER,
          HeadOffers.JOINED,
          HeadExchange.SEEN,
          HeadExchange.APART,
          Witnessing.ANSWER,
          "ledger.unknown");

  private static final World WORLD = new World("hostile");
  private static final Node NODE =
      new Node(
          WORLD,
          TestDatabase.h2(),
          WORLD.hospital(),
          WORLD.other(),
          WORLD.cloud(),
          WORLD.manager());
  private static final Set<String> ACCEPTED = new HashSet<>();

  @BeforeTry
  void found() {
    if (NODE.run(c -> c.store().chains().find(A, A)).isEmpty()) {
      NODE.found(WORLD.founding());
      NODE.step(A);
      NODE.settle();
    }
  }

  @AfterContainer
  static void close() throws Exception {
    NODE.close();
  }

  /** Receives it as the message bean does, which knows what to do with this exception alone. */
  private static void refusedOrHandled(byte[] message) {
    try {
      NODE.receive(message);
    } catch (LedgerException refused) {
      assertThat(refused).hasMessageStartingWith("EHR-");
    }
    NODE.settle();
  }

  private static LedgerRecord honest() {
    LedgerRecord record = WORLD.enrolment(WORLD.doctor(WORLD.hospital()));
    NODE.receive(NODE.submission(WORLD.hospital(), record));
    NODE.settle();
    assertThat(NODE.receipt(WORLD.hospital(), record).orElseThrow().isFinal()).isTrue();
    ACCEPTED.add(record.id().hex());
    return record;
  }

  /** Each record that was acknowledged stands on the chain once, and nothing else does. */
  private static void assertChainIsWhatWasAcknowledged() {
    List<String> ids = new ArrayList<>();
    for (byte[] block : NODE.run(c -> c.store().chains().blocks(A, A, 1, 10_000))) {
      Block.decode(block).records().stream()
          .map(LedgerRecord::id)
          .map(Digest::hex)
          .forEach(ids::add);
    }
    assertThat(ids).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(ACCEPTED);
    Long waiting = NODE.run(c -> c.store().pending().count(A));
    assertThat(waiting).isZero();
  }

  @Property(tries = 300)
  void receive_shouldRefuse_whenBytesAreRandom(@ForAll byte[] message) {
    refusedOrHandled(message);
    assertChainIsWhatWasAcknowledged();
  }

  @Property(tries = 200)
  void receive_shouldRefuseOrHandle_whenASignedEnvelopeHoldsAnything(
      @ForAll @IntRange(max = 12) int type,
      @ForAll @Size(max = 200) byte[] payload,
      @ForAll boolean toCloud) {
    refusedOrHandled(
        NODE.envelope(
            toCloud ? WORLD.hospital() : WORLD.cloud(),
            toCloud ? "CLOUD" : A,
            TYPES.get(type),
            payload));
    assertChainIsWhatWasAcknowledged();
  }

  @Property(tries = 100)
  void receive_shouldRefuseOrHandle_whenARecordOrItsEnvelopeIsMutated(
      @ForAll @Size(min = 1, max = 8) byte[] where, @ForAll boolean inside) {
    LedgerRecord record = WORLD.enrolment(WORLD.doctor(WORLD.hospital()));
    byte[] honest = inside ? record.encode() : NODE.submission(WORLD.hospital(), record);
    byte[] bytes = honest.clone();
    for (byte each : where) {
      int at = (each & 0xff) * bytes.length / 256;
      bytes[at] ^= (byte) (each | 1);
    }
    Assume.that(!Arrays.equals(bytes, honest));
    refusedOrHandled(inside ? NODE.envelope(WORLD.other(), A, Envelopes.SUBMIT, bytes) : bytes);
    honest();
    assertChainIsWhatWasAcknowledged();
  }

  @Property(tries = 20)
  void records_shouldStandOnce_whenMessagesAreDoubledReorderedAndDelayed(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 6) int records) {
    Random random = new Random(seed);
    List<LedgerRecord> sent = new ArrayList<>();
    List<Node.Mail> onTheWay = new ArrayList<>();
    for (int i = 0; i < records; i++) {
      LedgerRecord record = WORLD.enrolment(WORLD.doctor(WORLD.hospital()));
      sent.add(record);
      ACCEPTED.add(record.id().hex());
      Node.Mail mail =
          new Node.Mail(A, Envelopes.SUBMIT, NODE.submission(WORLD.hospital(), record));
      onTheWay.addAll(Collections.nCopies(1 + random.nextInt(3), mail));
    }
    while (!onTheWay.isEmpty()) {
      Collections.shuffle(onTheWay, random);
      Node.Mail mail = onTheWay.remove(0);
      NODE.deliver(mail);
      NODE.sent.forEach(each -> onTheWay.addAll(Collections.nCopies(1 + random.nextInt(2), each)));
      NODE.sent.clear();
    }
    NODE.step(A);
    NODE.settle();
    for (LedgerRecord record : sent) {
      assertThat(NODE.receipt(WORLD.hospital(), record).orElseThrow().isFinal()).isTrue();
    }
    assertChainIsWhatWasAcknowledged();
  }
}
