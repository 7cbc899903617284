package org.epione.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.epione.crypto.identity.RecordId;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GivenTest {

  private static final String ID = "00112233445566778899aabbccddeeff";

  @Test
  void id_shouldBeRead() {
    assertThat(Given.id(ID, RecordId::ofHex).hex()).isEqualTo(ID);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nothing", ID + "00", "../" + ID, "00112233445566778899aabbccddeef"})
  void id_shouldNotExist_whenItIsNone(String text) {
    assertThatThrownBy(() -> Given.id(text, RecordId::ofHex))
        .isInstanceOfSatisfying(
            RefusedException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND));
  }
}
