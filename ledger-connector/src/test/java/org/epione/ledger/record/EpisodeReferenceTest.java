package org.epione.ledger.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.identity.RecordId;
import org.junit.jupiter.api.Test;

class EpisodeReferenceTest {

  @Test
  void text_shouldBeCrockfordsBase32OfTheFirst60Bits() {
    assertThat(reference("00000000000000000000000000000000").text()).isEqualTo("E-0000-0000-0000");
    assertThat(reference("ffffffffffffffffffffffffffffffff").text()).isEqualTo("E-ZZZZ-ZZZZ-ZZZZ");
    assertThat(reference("084210842108421fffffffffffffffff").text()).isEqualTo("E-1111-1111-1111");
    assertThat(reference("00443214c74254b0000000000000000f").text()).isEqualTo("E-0123-4567-89AB");
  }

  @Property
  void parse_shouldReadWhatTextWrote(@ForAll @Size(16) byte[] id) {
    EpisodeReference reference = EpisodeReference.of(RecordId.of(id));

    assertThat(EpisodeReference.parse(reference.text())).isEqualTo(reference);
    assertThat(EpisodeReference.parse(reference.text().toLowerCase(Locale.ROOT)))
        .isEqualTo(reference);
    assertThat(EpisodeReference.parse(" " + reference.text().replace("-", " ")))
        .isEqualTo(reference);
  }

  @Test
  void parse_shouldTakeLookAlikesForDigits() {
    assertThat(EpisodeReference.parse("E-OIL0-0000-0000"))
        .isEqualTo(EpisodeReference.parse("E-0110-0000-0000"));
  }

  @Test
  void parse_shouldRefuse_whenItIsNoReference() {
    for (String text :
        List.of(
            "",
            "E",
            "E-0000-0000-000",
            "E-0000-0000-00000",
            "F-0000-0000-0000",
            "E-0000-0000-000U",
            "E-0000-0000-00Ä0",
            "E-0000-0000-000😀")) {
      assertThatThrownBy(() -> EpisodeReference.parse(text))
          .as(text)
          .isInstanceOf(MalformedEncodingException.class);
    }
  }

  @Test
  void constructor_shouldRefuse_whenTheLastBitsAreNotZero() {
    assertThatThrownBy(() -> new EpisodeReference(ByteString.ofHex("0000000000000001")))
        .isInstanceOf(MalformedEncodingException.class);
  }

  private static EpisodeReference reference(String hex) {
    return EpisodeReference.of(RecordId.of(HexFormat.of().parseHex(hex)));
  }
}
