package org.epione.ledger.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.ledger.world.SeededRandom;
import org.junit.jupiter.api.Test;

class SaltedTextTest {

  private static final String TEXT = "A finished record was kept back.";

  private final SeededRandom random = new SeededRandom("salted texts");
  private final SaltedText salted = SaltedText.of(TEXT, random);

  @Test
  void encode_shouldBeAsTheFormatsSay() {
    SaltedText known = new SaltedText(ByteString.of(new byte[32]), "x");

    assertThat(HexFormat.of().formatHex(known.encode()))
        .isEqualTo(
            "12"
                + HexFormat.of().formatHex("epione.salted-text".getBytes(StandardCharsets.US_ASCII))
                + "01"
                + "00".repeat(32)
                + "0000000178");
  }

  @Test
  void decode_shouldGiveTheSame_andRefuseWhatIsCutOrContinued() {
    byte[] encoded = salted.encode();
    assertThat(SaltedText.decode(encoded)).isEqualTo(salted);
    for (int length = 0; length < encoded.length; length++) {
      byte[] cut = Arrays.copyOf(encoded, length);
      assertThatThrownBy(() -> SaltedText.decode(cut))
          .isInstanceOf(MalformedEncodingException.class);
    }
    assertThatThrownBy(() -> SaltedText.decode(Arrays.copyOf(encoded, encoded.length + 1)))
        .isInstanceOf(MalformedEncodingException.class);
  }

  @Test
  void commitment_shouldDifferForTheSameText_whenTheSaltDoes() {
    assertThat(SaltedText.of(TEXT, random).commitment()).isNotEqualTo(salted.commitment());
    assertThat(SaltedText.decode(salted.encode()).commitment()).isEqualTo(salted.commitment());
  }

  @Test
  void text_shouldBeRefused_whenBlankOrTooLong_andNeverBeShown() {
    assertThatThrownBy(() -> SaltedText.of(" \n", random))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> SaltedText.of("ä".repeat(2_001), random))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(SaltedText.of("ä".repeat(2_000), random).text()).hasSize(2_000);
    assertThat(salted.toString()).doesNotContain("record");
  }
}
