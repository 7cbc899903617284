package org.epione.ledger.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.connector.port.LedgerException;
import org.epione.ledger.connector.store.ApartRow;
import org.epione.ledger.connector.store.ContradictionRow;
import org.epione.ledger.connector.witness.HeadExchange;
import org.epione.ledger.connector.witness.HeadOffers;
import org.epione.ledger.transparency.CheckpointOffer;
import org.epione.ledger.transparency.HeadsApart;
import org.epione.ledger.transparency.NoteKey;
import org.epione.ledger.transparency.NoteSigner;
import org.epione.ledger.transparency.SeenHead;
import org.epione.ledger.transparency.SignedNote;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Witnesses compare what they were shown; the hospital shows each of them another history. */
abstract class HeadExchangeContract extends WitnessedLog {

  @BeforeEach
  void grow() {
    enrol(List.of(world.doctor(0), world.doctor(1)));
  }

  /** Each tells the other, and what follows from it, but nothing goes to the hospital. */
  private void exchange() {
    node.exchangeHeads();
    while (node.sent.stream().anyMatch(mail -> !mail.to().equals(A))) {
      Node.Mail mail =
          node.sent.stream().filter(each -> !each.to().equals(A)).findFirst().orElseThrow();
      node.sent.remove(mail);
      node.deliver(mail);
    }
  }

  private List<ApartRow> apart(String witness) {
    return node.run(c -> c.store().apart().of(witness, A));
  }

  private boolean isSuspended(String code) {
    return witness(code).orElseThrow().suspended().isPresent();
  }

  private void joined(String to, CheckpointOffer proof) {
    node.receive(node.envelope(world.hospital(), to, HeadOffers.JOINED, proof.encode()));
  }

  private List<Digest> fork() {
    List<Digest> fork = leaves(1);
    fork.add(Digest.of(new byte[] {77}));
    return fork;
  }

  /** B sees the true head, the system manager one of another history with a record more. */
  private void showTwoHistories() {
    assertThat(answer(B, offer(leaves(0), 0)).cosignature()).isPresent();
    assertThat(answer(MANAGER, offer(fork(), 0)).cosignature()).isPresent();
    exchange();
  }

  @Test
  void exchange_shouldConvict_whenEachWitnessIsShownAnotherTreeOfOneSize() {
    assertThat(answer(B, offer(leaves(0), 0)).cosignature()).isPresent();
    assertThat(answer(MANAGER, offer(leaves(1), 0)).cosignature()).isPresent();

    exchange();
    node.restart();

    assertThat(evidence())
        .hasSize(2)
        .allMatch(row -> row.evidence().holds(verifier))
        .extracting(ContradictionRow::witness)
        .containsExactlyInAnyOrder(B, MANAGER);
    assertThat(isSuspended(B)).isTrue();
    assertThat(isSuspended(MANAGER)).isTrue();
  }

  @Test
  void exchange_shouldConvict_whenTheTreesDifferInSizeAndTheHospitalProvesItsOwn() {
    showTwoHistories();
    assertThat(evidence()).isEmpty();
    HeadsApart asked = HeadsApart.decode(payload(takeMailTo(A)));
    assertThat(asked).isEqualTo(new HeadsApart(3, 4));

    joined(B, offer(fork(), 3));

    assertThat(evidence()).hasSize(1).allMatch(row -> row.evidence().holds(verifier));
    assertThat(isSuspended(B)).isTrue();
    assertThat(apart(B)).isEmpty();
    assertThat(isSuspended(MANAGER)).isFalse();
  }

  @Test
  void exchange_shouldConvict_whenTheHospitalProvesAThirdHistoryOfTheLargerSize() {
    showTwoHistories();
    List<Digest> third = leaves(0);
    third.add(Digest.of(new byte[] {78}));

    joined(B, offer(third, 3));

    assertThat(evidence()).hasSize(1).allMatch(row -> row.evidence().holds(verifier));
    assertThat(isSuspended(B)).isTrue();
  }

  @Test
  void log_shouldNotBeCosigned_whileTheHospitalOwesTheProof() {
    showTwoHistories();
    CheckpointOffer forked = offer(fork(), 3);
    CheckpointOffer lie =
        new CheckpointOffer(offer(leaves(0), 3).oldRoot(), forked.proof(), forked.checkpoint());
    joined(B, lie);
    assertThat(apart(B)).hasSize(1);
    List<Digest> next = leaves(0);
    next.add(Digest.of(new byte[] {79}));
    node.sent.clear();
    assertThat(answer(B, offer(next, 3)).cosignature()).isPresent();

    world.clock().move(Duration.ofMinutes(11));
    next.add(Digest.of(new byte[] {80}));
    assertThat(answer(B, offer(next, 4)).refusal()).contains("UNEXPLAINED");
    node.restart();
    exchange();
    assertThat(node.sent).extracting(Node.Mail::type).contains(HeadExchange.APART);
    assertThat(apart(B)).as("a newer head does not excuse").hasSize(1);
    assertThat(isSuspended(B)).isFalse();
  }

  @Test
  void exchange_shouldFindNothing_whenTheLogIsHonestAndOneWitnessIsBehind() {
    offerAndSettle();
    enrol(List.of(world.doctor(2)));
    node.offerHead(A);
    node.sent.removeIf(mail -> mail.to().equals(B));
    node.settle();

    exchange();
    assertThat(apart(B)).hasSize(1);
    assertThat(node.sent).extracting(Node.Mail::type).containsOnly(HeadExchange.APART);
    node.settle();

    assertThat(apart(B)).isEmpty();
    assertThat(apart(MANAGER)).isEmpty();
    assertThat(evidence()).isEmpty();
    world.clock().move(Duration.ofMinutes(11));
    offerAndSettle();
    assertThat(isCosigned(published(), world.other())).isTrue();
  }

  @Test
  void heads_shouldBeToldOnce_andAtMostOnceAMinute() {
    offerAndSettle();
    node.exchangeHeads();
    assertThat(node.sent).hasSize(2);
    node.settle();
    world.clock().move(Duration.ofMinutes(2));
    node.exchangeHeads();
    assertThat(node.sent).isEmpty();

    enrol(List.of(world.doctor(2)));
    offerAndSettle();
    node.exchangeHeads();
    assertThat(node.sent).hasSize(2);
    node.settle();
    enrol(List.of(world.doctor(3)));
    offerAndSettle();
    node.exchangeHeads();
    assertThat(node.sent).isEmpty();
    world.clock().move(Duration.ofMinutes(1));
    node.exchangeHeads();
    assertThat(node.sent).hasSize(2);
  }

  @Test
  void log_shouldBeAskedEverMoreRarely_whenItDoesNotAnswer() {
    showTwoHistories();
    node.sent.clear();
    for (long pause : new long[] {5, 10, 20}) {
      world.clock().move(Duration.ofSeconds(pause - 1));
      node.exchangeHeads();
      assertThat(node.sent).isEmpty();
      world.clock().move(Duration.ofSeconds(1));
      node.exchangeHeads();
      assertThat(node.sent).extracting(Node.Mail::to).containsOnly(A);
      node.sent.clear();
    }
  }

  @Test
  void receive_shouldRefuse_whenNoWitnessTellsOrTheLogDidNotSign() {
    offerAndSettle();
    NoteKey log = key(world.hospital(), NoteKey.Role.LOG);
    SignedNote honest = published();
    SignedNote forged = new NoteSigner(log, world.other()::sign).sign(offer(leaves(1), 0).head());
    byte[] seen = new SeenHead(A, honest).encode();
    for (byte[] bad :
        List.of(
            node.envelope(world.cloud(), B, HeadExchange.SEEN, seen),
            node.envelope(world.hospital(), B, HeadExchange.SEEN, seen),
            node.envelope(world.manager(), "CLOUD", HeadExchange.SEEN, seen),
            node.envelope(world.manager(), B, HeadExchange.SEEN, new SeenHead(A, forged).encode()),
            node.envelope(world.manager(), B, HeadExchange.SEEN, new SeenHead(B, honest).encode()),
            node.envelope(
                world.manager(), B, HeadExchange.SEEN, new SeenHead("NOBODY", honest).encode()),
            node.envelope(world.cloud(), A, HeadExchange.APART, new HeadsApart(1, 2).encode()),
            node.envelope(world.cloud(), B, HeadOffers.JOINED, offer(leaves(0), 1).encode()))) {
      assertThatThrownBy(() -> node.receive(bad))
          .isInstanceOf(LedgerException.class)
          .hasMessageContaining("EHR-5001");
    }
    assertThat(evidence()).isEmpty();
    assertThat(apart(B)).isEmpty();
  }
}
