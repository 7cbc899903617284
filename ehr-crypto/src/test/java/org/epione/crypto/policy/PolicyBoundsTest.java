package org.epione.crypto.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The last value that is still accepted or shown, and the first that is not. */
class PolicyBoundsTest {

  @Test
  void of_shouldTakeExactlyTheStatedCharacters() {
    for (char c = 0; c < 256; c++) {
      String name = "a" + c;
      boolean allowed = name.matches("a[A-Za-z0-9.:_@/-]");
      assertThat(accepts(name)).as("character %d", (int) c).isEqualTo(allowed);
      String first = c + "a";
      assertThat(accepts(first)).as("first %d", (int) c).isEqualTo(first.matches("[A-Za-z]a"));
    }
  }

  @Test
  void parse_shouldCountOpenParenthesesOnly() {
    String text =
        IntStream.range(0, AccessPolicy.MAX_DEPTH + 4)
            .mapToObj(i -> "(a" + i + " or b" + i + ")")
            .collect(Collectors.joining(" and "));
    assertThat(AccessPolicy.parse(text).attributes()).hasSize(2 * AccessPolicy.MAX_DEPTH + 8);
  }

  @Test
  void parse_shouldReadNumbers_upToTheirGreatestLength() {
    assertThat(AccessPolicy.parse("000000002 of (a, b)")).isEqualTo(AccessPolicy.parse("a and b"));
    assertThatThrownBy(() -> AccessPolicy.parse("0000000002 of (a, b)"))
        .isInstanceOf(PolicySyntaxException.class);
  }

  @Test
  void message_shouldShowWords_upToFortyCharacters() {
    String shown = "w".repeat(38); // and two quotation marks
    assertThatThrownBy(() -> AccessPolicy.parse("a " + shown))
        .hasMessageEndingWith("'" + shown + "'");
    assertThatThrownBy(() -> AccessPolicy.parse("a " + shown + "w"))
        .hasMessageContaining("w".repeat(30))
        .hasMessageContaining("...")
        .hasMessageNotContaining(shown);
  }

  @Test
  void message_shouldShowRepeatedParts_upToSixtyCharacters() {
    String shown = "w".repeat(60);
    assertThatThrownBy(() -> AccessPolicy.parse(shown + " or " + shown))
        .hasMessageContaining("'" + shown + "'");
    assertThatThrownBy(() -> AccessPolicy.parse(shown + "w or " + shown + "w"))
        .hasMessageContaining("'" + "w".repeat(57) + "...'");
  }

  @Test
  void message_shouldNumberCharacters_thatCannotBeSeen() {
    assertThatThrownBy(() -> AccessPolicy.parse("a\u007f")).hasMessageContaining("U+007F");
    assertThatThrownBy(() -> AccessPolicy.parse("a}")).hasMessageContaining("'}'");
  }

  @Test
  void hashes_shouldSpread() {
    assertThat(Attribute.of("a").hashCode()).isNotEqualTo(Attribute.of("b").hashCode());
    assertThat(AccessPolicy.parse("a").hashCode()).isNotEqualTo(AccessPolicy.parse("b").hashCode());
  }

  private static boolean accepts(String name) {
    try {
      Attribute.of(name);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
