package org.epione.ledger.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.block.Block;
import org.epione.ledger.connector.port.LedgerException;
import org.epione.ledger.connector.store.ContradictionRow;
import org.epione.ledger.connector.witness.HeadOffers;
import org.epione.ledger.connector.witness.Witnessing;
import org.epione.ledger.transparency.Checkpoint;
import org.epione.ledger.transparency.CheckpointOffer;
import org.epione.ledger.transparency.LogContradiction;
import org.epione.ledger.transparency.NoteKey;
import org.epione.ledger.transparency.NoteSigner;
import org.epione.ledger.transparency.SignedNote;
import org.epione.ledger.transparency.WitnessAnswer;
import org.junit.jupiter.api.Test;

/** A log and its witnesses, honest and not. */
abstract class WitnessContract extends WitnessedLog {

  @Test
  void checkpoint_shouldBeCosignedByTheOthers_afterEachBlock() {
    offerAndSettle();
    for (int i = 0; i < 3; i++) {
      enrol(List.of(world.doctor(i)));
      assertThat(isCosigned(published(), world.other())).isFalse();
      offerAndSettle();
      SignedNote note = published();
      assertThat(size(note)).isEqualTo(2L + i);
      assertThat(verifier.isSigned(note, key(world.hospital(), NoteKey.Role.LOG))).isTrue();
      assertThat(isCosigned(note, world.other())).isTrue();
      assertThat(isCosigned(note, world.manager())).isTrue();
      assertThat(note.signatures()).hasSize(3);
      assertThat(cosigner(B).cosigned()).isEqualTo(size(note));
    }
    node.offerHead(A);
    assertThat(node.sent).isEmpty();
  }

  @Test
  void blocks_shouldBeMade_whenAWitnessIsAway() {
    List<Long> sizes = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      enrol(List.of(world.doctor(i)));
      node.offerHead(A);
      node.sent.removeIf(mail -> mail.to().equals(B));
      node.settle();
      sizes.add(size(published()));
      assertThat(isCosigned(published(), world.manager())).isTrue();
      assertThat(isCosigned(published(), world.other())).isFalse();
    }
    assertThat(sizes).containsExactly(2L, 3L, 4L, 5L);
    world.clock().move(Duration.ofMinutes(1));
    node.offerHead(A);
    assertThat(CheckpointOffer.decode(payload(node.sent.get(0))).head().size()).isEqualTo(5);
    node.settle();
    assertThat(isCosigned(published(), world.other())).isTrue();
  }

  @Test
  void offers_shouldComeEverMoreRarely_whenNobodyAnswers() {
    assertThat(offersNow()).isTrue();
    for (long pause : new long[] {5, 10, 20, 40, 80, 160, 320, 640, 1280, 2560}) {
      world.clock().move(Duration.ofSeconds(pause - 1));
      assertThat(offersNow()).as("a second before the pause of " + pause).isFalse();
      world.clock().move(Duration.ofSeconds(1));
      assertThat(offersNow()).as("after the pause of " + pause).isTrue();
    }
  }

  private boolean offersNow() {
    node.sent.clear();
    node.offerHead(A);
    return node.sent.removeIf(mail -> mail.to().equals(B));
  }

  @Test
  void witness_shouldGiveTheSameCosignature_whenTheAnswerWasLostAndItWasRestarted() {
    node.offerHead(A);
    Node.Mail asked = takeMailTo(B);
    node.receive(asked.envelope());
    WitnessAnswer lost = WitnessAnswer.decode(payload(takeMailTo(A)));
    node.restart();
    world.clock().move(Duration.ofSeconds(40));

    node.receive(asked.envelope());
    Node.Mail again = takeMailTo(A);

    assertThat(WitnessAnswer.decode(payload(again))).isEqualTo(lost);
    node.deliver(again);
    node.deliver(again);
    assertThat(isCosigned(published(), world.other())).isTrue();
    assertThat(published().signatures()).hasSize(2);
  }

  @Test
  void witness_shouldAnswerNothing_whenItDiesBeforeItHasStored() {
    node.offerHead(A);
    Node.Mail asked = takeMailTo(B);
    node.sent.clear();
    for (int statements = 0; statements < 4; statements++) {
      node.database.failAfter(statements);
      assertThatThrownBy(() -> node.receive(asked.envelope())).isInstanceOf(RuntimeException.class);
      node.database.stopFailing();
      node.restart();
      assertThat(node.sent).isEmpty();
      assertThat(witness(B)).isEmpty();
    }
    node.receive(asked.envelope());
    assertThat(witness(B).orElseThrow().last()).isPresent();
    assertThat(node.sent).hasSize(1);
  }

  @Test
  void log_shouldOfferTheRightProof_whenTheWitnessKnowsAnotherSize() {
    offerAndSettle();
    enrol(List.of(world.doctor(0), world.doctor(1)));
    assertThat(answer(B, offer(leaves(0), 1)).cosignature()).isPresent();
    enrol(List.of(world.doctor(2)));

    node.offerHead(A);
    assertThat(CheckpointOffer.decode(payload(takeMailTo(B))).proof().oldSize()).isEqualTo(1);
    node.sent.clear();
    world.clock().move(Duration.ofMinutes(1));
    offerAndSettle();
    assertThat(cosigner(B).known()).isEqualTo(3);
    offerAndSettle();

    assertThat(isCosigned(published(), world.other())).isTrue();
  }

  @Test
  void witness_shouldConvictTheHospital_whenItShowsTwoHeadsOfOneSize() {
    enrol(List.of(world.doctor(0)));
    offerAndSettle();

    WitnessAnswer answer = answer(B, offer(leaves(1), 1));

    assertThat(answer.refusal()).contains("CONTRADICTION");
    assertThat(answer(B, offer(leaves(2), 1)).refusal()).contains("CONTRADICTION");
    assertThat(evidence()).hasSize(1);
    assertConvicted();
  }

  @Test
  void witness_shouldConvictTheHospital_whenALaterHeadHasAnotherPast() {
    enrol(List.of(world.doctor(0), world.doctor(1)));
    offerAndSettle();
    List<Digest> forked = leaves(2);
    forked.add(Digest.of(new byte[] {77}));

    assertThat(answer(B, offer(forked, 3)).refusal()).contains("CONTRADICTION");
    assertConvicted();
  }

  private void assertConvicted() {
    node.restart();
    ContradictionRow found = evidence().get(0);
    assertThat(found.witness()).isEqualTo(B);
    assertThat(found.hospital()).isEqualTo(A);
    LogContradiction evidence = LogContradiction.decode(found.evidence().encode());
    assertThat(evidence.holds(verifier)).isTrue();
    assertThat(evidence.log()).isEqualTo(key(world.hospital(), NoteKey.Role.LOG));
    assertThat(witness(B).orElseThrow().suspended()).isPresent();

    enrol(List.of(world.doctor(2)));
    offerAndSettle();
    assertThat(isCosigned(published(), world.other())).isFalse();
    assertThat(isCosigned(published(), world.manager())).isTrue();
    assertThat(cosigner(B).refusal()).contains("SUSPENDED");

    node.run(
        c -> {
          c.store().witnesses().resume(B, A);
          return true;
        });
    world.clock().move(Duration.ofMinutes(1));
    offerAndSettle();
    assertThat(isCosigned(published(), world.other())).isTrue();
    assertThat(evidence()).isNotEmpty();
  }

  @Test
  void heads_shouldNotBothBeCosignedByAll_whenEachWitnessIsShownAnotherHistory() {
    enrol(List.of(world.doctor(0), world.doctor(1)));
    CheckpointOffer one = offer(leaves(0), 0);
    CheckpointOffer two = offer(leaves(1), 0);
    assertThat(answer(B, one).cosignature()).isPresent();
    assertThat(answer(MANAGER, two).cosignature()).isPresent();

    // Whoever requires both witnesses accepts neither head, whatever the hospital does.
    assertThat(answer(B, two).refusal()).contains("CONTRADICTION");
    assertThat(answer(MANAGER, one).refusal()).contains("CONTRADICTION");
    assertThat(evidence()).hasSize(2).allMatch(row -> row.evidence().holds(verifier));
  }

  @Test
  void witness_shouldRefuse_whenTheProofDoesNotHoldOrSomebodyElseSigned() {
    enrol(List.of(world.doctor(0), world.doctor(1)));
    CheckpointOffer honest = offer(leaves(0), 0);
    assertThat(answer(B, offer(leaves(0).subList(0, 2), 0)).cosignature()).isPresent();
    CheckpointOffer proven = offer(leaves(0), 2);
    Digest nothing = honest.oldRoot();

    assertThat(
            answer(B, new CheckpointOffer(nothing, proven.proof(), honest.checkpoint())).refusal())
        .contains("BAD_PROOF");
    assertThat(answer(B, honest).known()).contains(2L);
    NoteKey log = key(world.hospital(), NoteKey.Role.LOG);
    SignedNote forged = new NoteSigner(log, world.other()::sign).sign(honest.head());
    assertThat(answer(B, new CheckpointOffer(proven.oldRoot(), proven.proof(), forged)).refusal())
        .contains("NOT_SIGNED");
    assertThat(evidence()).isEmpty();
    assertThat(answer(B, proven).cosignature()).isPresent();
  }

  @Test
  void receive_shouldRefuse_whenTheOfferIsNotOfALogToItsWitness() {
    byte[] offer = offer(leaves(0), 0).encode();
    for (byte[] bad :
        List.of(
            node.envelope(world.hospital(), "CLOUD", HeadOffers.OFFER, offer),
            node.envelope(world.hospital(), A, HeadOffers.OFFER, offer),
            node.envelope(world.cloud(), B, HeadOffers.OFFER, offer),
            node.envelope(world.manager(), B, HeadOffers.OFFER, offer),
            node.envelope(world.hospital(), B, HeadOffers.OFFER, new byte[40]),
            node.envelope(world.hospital(), B, Witnessing.ANSWER, offer))) {
      assertThatThrownBy(() -> node.receive(bad))
          .isInstanceOf(LedgerException.class)
          .hasMessageContaining("EHR-5001");
    }
    assertThat(witness(B)).isEmpty();
    byte[] others = node.envelope(world.other(), MANAGER, HeadOffers.OFFER, offer);
    node.receive(others);
    assertThat(WitnessAnswer.decode(payload(node.sent.remove(0))).refusal()).contains("OTHER_LOG");
  }

  @Test
  void log_shouldRefuse_whenTheAnswerIsForgedOrWasNotAskedFor() {
    node.offerHead(A);
    node.receive(takeMailTo(B).envelope());
    WitnessAnswer honest = WitnessAnswer.decode(payload(takeMailTo(A)));
    byte[] altered = honest.cosignature().orElseThrow().bytes();
    altered[altered.length - 1] ^= 1;
    WitnessAnswer forged =
        new WitnessAnswer(
            honest.size(),
            honest.checkpoint(),
            Optional.of(ByteString.of(altered)),
            Optional.empty(),
            Optional.empty());
    WitnessAnswer otherHead =
        new WitnessAnswer(
            honest.size(),
            Digest.of(new byte[0]),
            honest.cosignature(),
            Optional.empty(),
            Optional.empty());
    WitnessAnswer otherSize =
        new WitnessAnswer(
            99, honest.checkpoint(), honest.cosignature(), Optional.empty(), Optional.empty());

    for (byte[] bad :
        List.of(
            node.envelope(world.other(), A, Witnessing.ANSWER, forged.encode()),
            node.envelope(world.manager(), A, Witnessing.ANSWER, honest.encode()),
            node.envelope(world.cloud(), A, Witnessing.ANSWER, honest.encode()),
            node.envelope(world.other(), A, Witnessing.ANSWER, otherHead.encode()),
            node.envelope(world.other(), A, Witnessing.ANSWER, otherSize.encode()))) {
      assertThatThrownBy(() -> node.receive(bad))
          .isInstanceOf(LedgerException.class)
          .hasMessageContaining("EHR-5001");
    }
    assertThat(published().signatures()).hasSize(1);
    node.receive(node.envelope(world.other(), A, Witnessing.ANSWER, honest.encode()));
    assertThat(isCosigned(published(), world.other())).isTrue();
  }

  @Test
  void log_shouldSaySo_whenAWitnessKnowsMoreThanItHas() {
    node.offerHead(A);
    Checkpoint head = CheckpointOffer.decode(payload(takeMailTo(B))).head();
    node.sent.clear();
    byte[] answer = WitnessAnswer.knows(head, 9).encode();

    node.receive(node.envelope(world.other(), A, Witnessing.ANSWER, answer));

    assertThat(cosigner(B).refusal()).contains(HeadOffers.LOG_TOO_SHORT);
    assertThat(cosigner(B).known()).isZero();
    node.offerHead(A);
    assertThat(node.sent).isEmpty();
    world.clock().move(Duration.ofMinutes(1));
    offerAndSettle();
    assertThat(cosigner(B).refusal()).isEmpty();
    assertThat(isCosigned(published(), world.other())).isTrue();
  }

  @Test
  void proof_shouldLeadToTheHeadThatMostWitnessesCosigned() {
    enrol(List.of(world.doctor(0)));
    offerAndSettle();
    enrol(List.of(world.doctor(1)));
    Digest record =
        Block.decode(node.run(c -> c.store().chains().block(A, A, 1)).orElseThrow())
            .records()
            .get(0)
            .id();
    SignedNote head =
        node.run(c -> new LogReading(c.store()).proof(A, record)).orElseThrow().checkpoint();
    assertThat(size(head)).isEqualTo(2);
    assertThat(
            head.signatures().stream().map(SignedNote.Signature::name).collect(Collectors.toSet()))
        .hasSize(3);
  }
}
