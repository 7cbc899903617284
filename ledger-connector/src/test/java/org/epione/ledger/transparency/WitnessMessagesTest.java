package org.epione.ledger.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.merkle.ConsistencyProof;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What witnesses and logs say to each other, and the evidence: each is read in one form only. */
class WitnessMessagesTest {

  private static final TwoHistories LOG = new TwoHistories(20);

  /** An encoding with a value. */
  record Sample<T>(String name, T value, Function<T, byte[]> encoder, Function<byte[], T> decoder) {

    byte[] encode() {
      return encoder.apply(value);
    }

    /** Reads and writes again; nothing if it is refused. */
    Optional<byte[]> again(byte[] encoded) {
      try {
        return Optional.of(encoder.apply(decoder.apply(encoded)));
      } catch (MalformedEncodingException e) {
        assertThat(e).hasMessageNotContaining("\n");
        return Optional.empty();
      }
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Sample<?>> samples() {
    CheckpointOffer offer = LOG.offer(0, 13, 29);
    SignedNote.Signature cosignature =
        LOG.cosign(offer.checkpoint(), Instant.ofEpochSecond(1_800_000_000));
    return Stream.of(
        offer("offer", offer),
        offer("first offer", LOG.offer(0, 0, 7)),
        offer("offer of the same", LOG.offer(0, 7, 7)),
        answer("cosignature", WitnessAnswer.cosigned(offer.head(), cosignature)),
        answer("size", WitnessAnswer.knows(offer.head(), 12)),
        answer("refusal", WitnessAnswer.refused(offer.head(), "BAD_PROOF")),
        new Sample<>(
            "head seen",
            new SeenHead("HOSPITAL-A", LOG.head(0, 12)),
            SeenHead::encode,
            SeenHead::decode),
        new Sample<>("heads apart", new HeadsApart(3, 12), HeadsApart::encode, HeadsApart::decode),
        evidence("evidence", LogContradiction.of(LOG.log, LOG.head(0, 25), LOG.offer(1, 25, 31))),
        evidence(
            "evidence of one size",
            LogContradiction.of(LOG.log, LOG.head(0, 25), LOG.offer(1, 25, 25))));
  }

  private static Sample<CheckpointOffer> offer(String name, CheckpointOffer value) {
    return new Sample<>(name, value, CheckpointOffer::encode, CheckpointOffer::decode);
  }

  private static Sample<WitnessAnswer> answer(String name, WitnessAnswer value) {
    return new Sample<>(name, value, WitnessAnswer::encode, WitnessAnswer::decode);
  }

  private static Sample<LogContradiction> evidence(String name, LogContradiction value) {
    return new Sample<>(name, value, LogContradiction::encode, LogContradiction::decode);
  }

  @ParameterizedTest
  @MethodSource("samples")
  <T> void decode_shouldGiveTheValue_whenEncoded(Sample<T> sample) {
    assertThat(sample.decoder().apply(sample.encode())).isEqualTo(sample.value());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void decode_shouldRefuse_whenCutOrContinued(Sample<?> sample) {
    byte[] encoded = sample.encode();
    for (int length = 0; length < encoded.length; length++) {
      assertThat(sample.again(Arrays.copyOf(encoded, length))).isEmpty();
    }
    assertThat(sample.again(Arrays.copyOf(encoded, encoded.length + 1))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void decode_shouldRefuseOrBeCanonical_whenAnyByteIsChanged(Sample<?> sample) {
    byte[] encoded = sample.encode();
    for (int i = 0; i < encoded.length; i++) {
      for (int mask : new int[] {0x01, 0x20, 0x80, 0xff}) {
        byte[] changed = encoded.clone();
        changed[i] ^= (byte) mask;
        sample.again(changed).ifPresent(again -> assertThat(again).isEqualTo(changed));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void decode_shouldRefuse_whenItIsAnother(Sample<?> sample) {
    samples()
        .filter(other -> !other.value().getClass().equals(sample.value().getClass()))
        .forEach(other -> assertThat(sample.again(other.encode())).isEmpty());
  }

  @Property(tries = 500)
  void decode_shouldRefuseOrBeCanonical_whateverComes(@ForAll byte[] bytes) {
    samples()
        .forEach(
            sample -> {
              byte[] changed = sample.encode();
              for (int i = 0; i + 2 < bytes.length; i += 3) {
                int at = ((bytes[i] & 0xff) << 8 | (bytes[i + 1] & 0xff)) % changed.length;
                changed[at] = bytes[i + 2];
              }
              sample.again(changed).ifPresent(again -> assertThat(again).isEqualTo(changed));
              assertThat(sample.again(bytes)).isEmpty();
            });
  }

  @Test
  void evidence_shouldNotHold_whenAnyByteIsChanged() {
    byte[] encoded = LogContradiction.of(LOG.log, LOG.head(0, 25), LOG.offer(1, 25, 31)).encode();
    assertThat(LogContradiction.decode(encoded).holds(LOG.verifier)).isTrue();
    for (int i = 0; i < encoded.length; i++) {
      byte[] changed = encoded.clone();
      changed[i] ^= 1;
      assertThat(holds(changed)).as("byte " + i).isFalse();
    }
  }

  private static boolean holds(byte[] evidence) {
    try {
      return LogContradiction.decode(evidence).holds(LOG.verifier);
    } catch (MalformedEncodingException e) {
      return false;
    }
  }

  @Test
  void offer_shouldBeRefused_whenItsPartsDoNotFit() {
    CheckpointOffer honest = LOG.offer(0, 3, 9);
    SignedNote other = LOG.head(0, 10);
    assertThatThrownBy(() -> new CheckpointOffer(honest.oldRoot(), honest.proof(), other))
        .isInstanceOf(MalformedNoteException.class);
    ConsistencyProof fromNothing = new ConsistencyProof(0, 9, List.of());
    assertThatThrownBy(
            () -> new CheckpointOffer(honest.oldRoot(), fromNothing, honest.checkpoint()))
        .isInstanceOf(MalformedNoteException.class);
    SignedNote large = honest.checkpoint();
    while (large.hasRoom()) {
      large = large.with(honest.checkpoint().signatures().get(0));
    }
    SignedNote tooLarge = large;
    assertThatThrownBy(() -> new CheckpointOffer(honest.oldRoot(), honest.proof(), tooLarge))
        .isInstanceOf(MalformedNoteException.class);
  }

  @Test
  void answer_shouldBeRefused_whenItIsNoneOrTwo() {
    Digest head = Digest.of(new byte[0]);
    assertThatThrownBy(
            () -> new WitnessAnswer(1, head, Optional.empty(), Optional.empty(), Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> new WitnessAnswer(1, head, Optional.empty(), Optional.of(1L), Optional.of("X")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> new WitnessAnswer(1, head, Optional.empty(), Optional.of(-1L), Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
