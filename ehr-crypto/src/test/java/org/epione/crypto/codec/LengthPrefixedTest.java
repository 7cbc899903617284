package org.epione.crypto.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class LengthPrefixedTest {

  @Test
  void concatenate_shouldPutALittleEndianLengthBeforeEachPart() {
    assertThat(LengthPrefixed.concatenate(new byte[] {1, 2}, new byte[0], new byte[258]))
        .startsWith(
            HexFormat.of()
                .parseHex("02000000000000000102" + "0000000000000000" + "0201000000000000"))
        .hasSize(3 * 8 + 260);
    assertThat(LengthPrefixed.concatenate()).isEmpty();
  }
}
