package org.epione.team.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.team.boundary.SignedPart;
import org.junit.jupiter.api.Test;

/** The team's messages against truncated, padded and hostile bytes. */
class TeamPayloadsTest {

  private static final ByteString EPISODE = ByteString.of(new byte[16]);

  private static final List<SignedPart> PARTS =
      List.of(
          new SignedPart(
              ByteString.of(new byte[] {1, 2}),
              ByteString.of(new byte[48]),
              ByteString.of(new byte[] {3})));

  private static void check(byte[] encoded, Function<byte[], byte[]> decodeAndEncode) {
    assertThat(decodeAndEncode.apply(encoded)).isEqualTo(encoded);
    for (int length = 0; length < encoded.length; length++) {
      byte[] truncated = Arrays.copyOf(encoded, length);
      assertThatThrownBy(() -> decodeAndEncode.apply(truncated))
          .isInstanceOf(MalformedEncodingException.class);
    }
    assertThatThrownBy(() -> decodeAndEncode.apply(Arrays.copyOf(encoded, encoded.length + 1)))
        .isInstanceOf(MalformedEncodingException.class);
  }

  @Test
  void decode_shouldTakeOnlyWhatEncodeWrote() {
    check(
        new TurnMessage(EPISODE, 1, 2, 2, PARTS).encode(),
        bytes -> TurnMessage.decode(bytes).encode());
    check(
        new ReturnMessage(EPISODE, 1, 3, 1, ByteString.of(new byte[40])).encode(),
        bytes -> ReturnMessage.decode(bytes).encode());
    check(
        new InvitationMessage(EPISODE, 1, 1, ByteString.of(new byte[100])).encode(),
        bytes -> InvitationMessage.decode(bytes).encode());
    check(
        new DispatchMessage(EPISODE, 7).encode(), bytes -> DispatchMessage.decode(bytes).encode());
    PatientFacts facts = new PatientFacts("Ann", "1970", "cough", "R05");
    check(
        new Briefing(
                ByteString.of(new byte[32]),
                ByteString.of(new byte[32]),
                ByteString.of(new byte[16]),
                ByteString.of(new byte[96]),
                facts)
            .encode(),
        bytes -> Briefing.decode(bytes).encode());
    check(
        new SealedFacts(ByteString.of(new byte[32]), ByteString.of(new byte[16]), facts).encode(),
        bytes -> SealedFacts.decode(bytes).encode());
  }

  @Test
  void decode_shouldRefuse_whenPartsDoNotLeadToThePlace() {
    byte[] noParts =
        CanonicalWriter.of("epione.team.turn", 1)
            .fixed(new byte[16], 16)
            .u16(1)
            .u16(1)
            .u8(3)
            .u32(0)
            .toByteArray();
    assertThatThrownBy(() -> TurnMessage.decode(noParts))
        .isInstanceOf(MalformedEncodingException.class);
  }

  @Test
  void decode_shouldRefuse_whenCountsAndLengthsAreHuge() {
    byte[] manyParts =
        CanonicalWriter.of("epione.team.turn", 1)
            .fixed(new byte[16], 16)
            .u16(1)
            .u16(1)
            .u8(3)
            .u32(0xffffffffL)
            .toByteArray();
    byte[] longText =
        CanonicalWriter.of("epione.team.return", 1)
            .fixed(new byte[16], 16)
            .u16(1)
            .u16(1)
            .u8(1)
            .u32(0x7fffffffL)
            .toByteArray();
    assertThatThrownBy(() -> TurnMessage.decode(manyParts))
        .isInstanceOf(MalformedEncodingException.class);
    assertThatThrownBy(() -> ReturnMessage.decode(longText))
        .isInstanceOf(MalformedEncodingException.class);
  }

  @Test
  void decode_shouldRefuse_whenItIsAnotherKindOfMessage() {
    byte[] turn = new TurnMessage(EPISODE, 1, 2, 2, PARTS).encode();
    assertThatThrownBy(() -> ReturnMessage.decode(turn))
        .isInstanceOf(MalformedEncodingException.class);
    assertThatThrownBy(() -> InvitationMessage.decode(turn))
        .isInstanceOf(MalformedEncodingException.class);
  }

  @Test
  void toString_shouldShowNobody() {
    PatientFacts facts = new PatientFacts("Ann", "1970", "cough", "R05");
    assertThat(facts.toString()).doesNotContain("Ann", "cough", "R05");
    assertThat(
            new SealedFacts(ByteString.of(new byte[32]), ByteString.of(new byte[16]), facts)
                .toString())
        .doesNotContain("Ann");
  }
}
