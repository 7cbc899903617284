package org.epione.crypto.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttributeTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "role:cardiologist",
        "hospital:HOSPITAL-A",
        "research:oncology/phase-2",
        "mail:office@example.org",
        "orbit",
        "And:x"
      })
  void of_shouldKeepName(String name) {
    assertThat(Attribute.of(name).name()).isEqualTo(name);
    assertThat(Attribute.of(name)).isEqualTo(Attribute.of(name)).hasToString(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "a b",
        " a",
        "1",
        "9lives",
        ":a",
        "-a",
        "and",
        "OR",
        "Of",
        "nOt",
        "a,b",
        "a(b)",
        "\u0430",
        "caf\u00e9",
        "a\u0301",
        "\uff41",
        "a\u200b",
        "a\u00a0",
        "a\n",
        "a\0",
        "\ud800",
        "\ud83d\ude00",
        "a\"",
        "a'",
        "a&b"
      })
  void of_shouldRefuse_whenNameIsNotInTheOneForm(String name) {
    assertThatThrownBy(() -> Attribute.of(name)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void of_shouldLimitLength() {
    assertThat(Attribute.of("x".repeat(128)).name()).hasSize(128);
    assertThatThrownBy(() -> Attribute.of("x".repeat(129)))
        .hasMessage("an attribute has 1 to 128 characters");
  }

  @Test
  void equals_shouldTellUpperFromLowerCase() {
    assertThat(Attribute.of("role:nurse")).isNotEqualTo(Attribute.of("role:Nurse"));
  }

  @Test
  void compareTo_shouldOrderByName() {
    assertThat(Attribute.of("a")).isLessThan(Attribute.of("b"));
  }
}
