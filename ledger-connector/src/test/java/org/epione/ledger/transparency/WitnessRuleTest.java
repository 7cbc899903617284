package org.epione.ledger.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.merkle.ConsistencyProof;
import org.epione.ledger.merkle.MerkleTree;
import org.junit.jupiter.api.Test;

class WitnessRuleTest {

  /**
   * One thing that a log does.
   *
   * @param history whose head it offers
   * @param from the size at which the proof begins, if {@code honestFrom} does not hold
   * @param more how much larger the head is
   * @param otherProof whether the proof is of the other history
   * @param otherRoot whether the old root is of the other history
   */
  record Move(
      int history, boolean honestFrom, int from, int more, boolean otherProof, boolean otherRoot) {}

  @Provide
  Arbitrary<Move> moves() {
    Arbitrary<Boolean> rarely = Arbitraries.of(false, false, false, true);
    return Combinators.combine(
            Arbitraries.integers().between(0, 1),
            rarely.map(value -> !value),
            Arbitraries.integers().between(0, TwoHistories.LENGTH - 1),
            Arbitraries.integers().between(0, 9),
            rarely,
            rarely)
        .as(Move::new);
  }

  private static CheckpointOffer offer(TwoHistories log, Move move, WitnessedHead last) {
    int from =
        Math.min(move.honestFrom() ? (int) last.size() : move.from(), TwoHistories.LENGTH - 1);
    int size = Math.min(TwoHistories.LENGTH, Math.max(1, from + move.more()));
    int proven = move.otherProof() ? 1 - move.history() : move.history();
    int rooted = move.otherRoot() ? 1 - move.history() : move.history();
    return new CheckpointOffer(
        log.tree(rooted, from).root(),
        log.tree(proven, size).consistencyProof(from),
        log.head(move.history(), size));
  }

  @Property(tries = 300)
  void witness_shouldNeverCosignTwoHeadsThatContradict(
      @ForAll @IntRange(min = 0, max = TwoHistories.LENGTH) int common,
      @ForAll @Size(min = 1, max = 25) List<@From("moves") Move> moves) {
    TwoHistories log = new TwoHistories(common);
    WitnessRule rule = new WitnessRule(log.verifier, log.log);
    WitnessedHead last = WitnessedHead.NONE;
    Optional<SignedNote> note = Optional.empty();
    Set<Integer> histories = new HashSet<>(List.of(0, 1));
    for (Move move : moves) {
      CheckpointOffer offer = offer(log, move, last);
      WitnessVerdict verdict = rule.judge(last, offer);
      if (verdict == WitnessVerdict.EXTENDS) {
        WitnessedHead next = WitnessedHead.of(offer.head());
        assertThat(next.size()).isGreaterThan(last.size());
        // Of all that was cosigned there is one history that has it all.
        histories.removeIf(
            history -> !log.tree(history, (int) next.size()).root().equals(next.root()));
        assertThat(histories).isNotEmpty();
        last = next;
        note = Optional.of(offer.checkpoint());
      } else if (verdict == WitnessVerdict.SAME) {
        assertThat(WitnessedHead.of(offer.head())).isEqualTo(last);
      } else if (verdict == WitnessVerdict.CONTRADICTION) {
        LogContradiction evidence = LogContradiction.of(log.log, note.orElseThrow(), offer);
        assertThat(evidence.holds(log.verifier)).isTrue();
        LogContradiction read = LogContradiction.decode(evidence.encode());
        assertThat(read).isEqualTo(evidence);
        assertThat(common).isLessThan((int) offer.head().size());
      }
    }
  }

  @Property(tries = 100)
  void witness_shouldFollow_whenTheLogIsHonest(
      @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 1, max = 5) Integer> steps) {
    TwoHistories log = new TwoHistories(TwoHistories.LENGTH);
    WitnessRule rule = new WitnessRule(log.verifier, log.log);
    WitnessedHead last = WitnessedHead.NONE;
    for (int step : steps) {
      int size = (int) Math.min(TwoHistories.LENGTH, last.size() + step);
      CheckpointOffer offer = log.offer(0, (int) last.size(), size);
      assertThat(rule.judge(last, offer))
          .isEqualTo(size == last.size() ? WitnessVerdict.SAME : WitnessVerdict.EXTENDS);
      last = WitnessedHead.of(offer.head());
    }
  }

  @Property(tries = 200)
  void evidence_shouldNotBeThere_whenTheLogIsHonest(
      @ForAll @IntRange(min = 1, max = TwoHistories.LENGTH) int one,
      @ForAll @IntRange(min = 1, max = TwoHistories.LENGTH) int two,
      @ForAll @IntRange(min = 0, max = 15) int hash,
      @ForAll @IntRange(min = 0, max = 255) int bit) {
    TwoHistories log = new TwoHistories(0);
    int small = Math.min(one, two);
    int large = Math.max(one, two);
    Digest other = log.tree(1, small).root();
    ConsistencyProof honest = log.tree(0, large).consistencyProof(small);
    ConsistencyProof foreign = log.tree(1, large).consistencyProof(small);
    for (Digest begins : List.of(other, log.tree(0, small).root(), log.tree(0, large).root())) {
      for (ConsistencyProof proof : List.of(honest, foreign, changed(honest, hash, bit))) {
        LogContradiction slander =
            new LogContradiction(log.log, log.head(0, small), log.head(0, large), begins, proof);
        assertThat(slander.holds(log.verifier)).isFalse();
      }
    }
  }

  private static ConsistencyProof changed(ConsistencyProof proof, int hash, int bit) {
    List<Digest> path = new ArrayList<>(proof.path());
    if (!path.isEmpty()) {
      byte[] bytes = path.get(hash % path.size()).bytes();
      bytes[bit / 8] ^= (byte) (1 << (bit % 8));
      path.set(hash % path.size(), Digest.decode(bytes));
    }
    return new ConsistencyProof(proof.oldSize(), proof.newSize(), path);
  }

  @Test
  void witness_shouldRefuse_whenTheHeadIsForgedOrForeign() {
    TwoHistories log = new TwoHistories(10);
    WitnessRule rule = new WitnessRule(log.verifier, log.log);
    Checkpoint foreign = new Checkpoint("epione/X/1", 3, log.tree(0, 3).root());
    SignedNote head = log.head(0, 3);
    SignedNote unsigned =
        new SignedNote(head.text(), List.of(SignedNote.Signature.of(log.log, new byte[64])));
    SignedNote stranger =
        new SignedNote(
            head.text(),
            List.of(new SignedNote.Signature("somebody", ByteString.of(new byte[68]))));
    ConsistencyProof proof = log.tree(0, 3).consistencyProof(0);
    Digest nothing = MerkleTree.of(List.of()).root();

    assertThat(
            rule.judge(
                WitnessedHead.NONE,
                new CheckpointOffer(
                    nothing, proof, new SignedNote(foreign.text(), head.signatures()))))
        .isEqualTo(WitnessVerdict.OTHER_LOG);
    assertThat(rule.judge(WitnessedHead.NONE, new CheckpointOffer(nothing, proof, unsigned)))
        .isEqualTo(WitnessVerdict.NOT_SIGNED);
    assertThat(rule.judge(WitnessedHead.NONE, new CheckpointOffer(nothing, proof, stranger)))
        .isEqualTo(WitnessVerdict.NOT_SIGNED);
    WitnessedHead known = WitnessedHead.of(Checkpoint.parse(log.head(0, 8).text()));
    assertThat(rule.judge(known, log.offer(0, 3, 9))).isEqualTo(WitnessVerdict.OTHER_SIZE);
    assertThat(rule.judge(known, log.offer(0, 0, 5))).isEqualTo(WitnessVerdict.OTHER_SIZE);
    ConsistencyProof none = new ConsistencyProof(8, 9, List.of());
    assertThat(rule.judge(known, new CheckpointOffer(known.root(), none, log.head(0, 9))))
        .isEqualTo(WitnessVerdict.BAD_PROOF);
  }
}
