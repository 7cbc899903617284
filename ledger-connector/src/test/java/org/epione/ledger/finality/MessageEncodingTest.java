package org.epione.ledger.finality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.ledger.block.ChainCopy;
import org.epione.ledger.block.CopyWanted;
import org.epione.ledger.block.SignedHeader;
import org.epione.ledger.identity.StationIdentity;
import org.epione.ledger.station.BlockBatch;
import org.epione.ledger.station.BlocksWanted;
import org.epione.ledger.station.CountersignatureBatch;
import org.epione.ledger.world.GrowingChain;
import org.epione.ledger.world.StationKey;
import org.epione.ledger.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Hostile input to every encoding that stations, hospital and cloud exchange. */
class MessageEncodingTest {

  /**
   * An encoding.
   *
   * @param again decodes and encodes
   */
  record Sample(String name, byte[] encoded, Function<byte[], byte[]> again) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Sample> samples() {
    World world = new World("messages");
    GrowingChain chain = GrowingChain.founded(world);
    GrowingChain other = chain.fork();
    StationKey key = new StationKey(world);
    SignedHeader first = chain.add(key.enrolment(world.doctor(0))).signedHeader();
    SignedHeader second = other.add(key.enrolment(world.doctor(1))).signedHeader();
    Countersignature vote = key.vote(first.header(), world.doctor(0).pid());
    return Stream.of(
        new Sample(
            "station", key.identity().encode(), bytes -> StationIdentity.decode(bytes).encode()),
        new Sample(
            "countersignature", vote.encode(), bytes -> Countersignature.decode(bytes).encode()),
        new Sample(
            "equivocation",
            new Equivocation(first, second).encode(),
            bytes -> Equivocation.decode(bytes).encode()),
        new Sample(
            "votes",
            new CountersignatureBatch(List.of(vote, vote)).encode(),
            bytes -> CountersignatureBatch.decode(bytes).encode()),
        new Sample(
            "blocks wanted",
            new BlocksWanted(7).encode(),
            bytes -> BlocksWanted.decode(bytes).encode()),
        new Sample(
            "copy wanted",
            new CopyWanted(world.chain(), world.random(16), 7).encode(),
            bytes -> CopyWanted.decode(bytes).encode()),
        new Sample(
            "copy",
            new ChainCopy(world.chain(), world.random(16), -1, List.of(world.random(40))).encode(),
            bytes -> ChainCopy.decode(bytes).encode()),
        new Sample(
            "blocks",
            new BlockBatch(2, List.of(world.random(40), world.random(1))).encode(),
            bytes -> BlockBatch.decode(bytes).encode()));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void decode_shouldGiveTheSame(Sample sample) {
    assertThat(sample.again().apply(sample.encoded())).isEqualTo(sample.encoded());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void decode_shouldRefuse_whenCutOrContinued(Sample sample) {
    byte[] encoded = sample.encoded();
    for (int length = 0; length < encoded.length; length++) {
      byte[] cut = Arrays.copyOf(encoded, length);
      assertThatThrownBy(() -> sample.again().apply(cut))
          .isInstanceOf(MalformedEncodingException.class);
    }
    byte[] longer = Arrays.copyOf(encoded, encoded.length + 1);
    assertThatThrownBy(() -> sample.again().apply(longer))
        .isInstanceOf(MalformedEncodingException.class);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void decode_shouldRefuseOrGiveWhatWasSent_whenAnyBitIsFlipped(Sample sample) {
    for (int bit = 0; bit < sample.encoded().length * 8; bit++) {
      byte[] altered = sample.encoded().clone();
      altered[bit / 8] ^= (byte) (1 << (bit % 8));
      try {
        assertThat(sample.again().apply(altered)).isEqualTo(altered);
      } catch (MalformedEncodingException e) {
        assertThat(e).hasMessageNotContaining("Exception");
      }
    }
  }

  @Test
  void parse_shouldRefuse_whenItIsNoEnrolmentCode() {
    StationIdentity station = new StationKey(new World("code")).identity();
    String code = station.text();

    assertThat(StationIdentity.parse("  " + code + "\n")).isEqualTo(station);
    assertThat(station.name()).matches("STATION-[0-9A-F]{16}");
    for (String wrong :
        List.of(
            "",
            "hello",
            "=" + code,
            code + "=",
            code.substring(1),
            code + "A",
            "A".repeat(300),
            code.substring(0, code.length() - 1) + "é")) {
      assertThatThrownBy(() -> StationIdentity.parse(wrong))
          .isInstanceOf(MalformedEncodingException.class);
    }
  }

  @Test
  void equivocation_shouldBeRefused_whenTheHeadersDoNotContradict() {
    World world = new World("no contradiction");
    GrowingChain chain = GrowingChain.founded(world);
    SignedHeader first = chain.blocks().get(0).signedHeader();
    SignedHeader second = chain.blocks().get(1).signedHeader();

    for (SignedHeader[] pair :
        new SignedHeader[][] {{first, first}, {first, second}, {second, first}}) {
      assertThatThrownBy(() -> new Equivocation(pair[0], pair[1]))
          .isInstanceOf(IllegalArgumentException.class);
    }
    SignedHeader unsigned =
        new SignedHeader(first.header(), ByteString.of(new byte[64]), first.cloud());
    assertThat(Equivocation.contradict(first, unsigned)).isFalse();
  }
}
