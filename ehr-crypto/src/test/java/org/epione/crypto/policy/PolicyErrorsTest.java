package org.epione.crypto.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told to a person whose policy is none, and where the fault is said to be. */
class PolicyErrorsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``                      | 1  | the policy is empty
          `   `                   | 1  | the policy is empty
          role:nurse role:doctor  | 12 | expected 'and', 'or' or the end of the policy, found 'role:doctor'
          a and                   | 6  | expected an attribute, found the end
          a and or b              | 7  | expected an attribute, found 'or'
          or a                    | 1  | expected an attribute, found 'or'
          (a or b                 | 1  | this '(' is never closed
          a and (b or (c and d)   | 7  | this '(' is never closed
          a or b)                 | 7  | this ')' has no '(' before it
          ()                      | 2  | expected an attribute, found ')'
          a, b                    | 2  | expected 'and', 'or' or the end of the policy, found ','
          (a, b)                  | 3  | expected 'and', 'or' or ')', found ','
          2 of (a b)              | 9  | expected 'and', 'or', ',' or ')', found 'b'
          2 of (a, , b)           | 10 | expected an attribute, found ','
          2 of (a, b,)            | 12 | expected an attribute, found ')'
          2 of a, b               | 6  | expected '(' after 'of', found 'a'
          2 (a, b)                | 3  | expected 'of' after the number 2, found '('
          a and 2                 | 8  | expected 'of' after the number 2, found the end
          0 of (a, b)             | 1  | '0 of' would let everybody in; the least is 1
          a and 3 of (b, c)       | 7  | 3 of 2 can never be fulfilled
          99999999999 of (a, b)   | 1  | 99999999999 of 2 can never be fulfilled
          not a                   | 1  | a policy cannot say 'not': keys prove what a person has, never what is lacking
          a and not b             | 7  | a policy cannot say 'not': keys prove what a person has, never what is lacking
          a not b                 | 3  | a policy cannot say 'not': keys prove what a person has, never what is lacking
          a and !b                | 7  | a policy cannot say 'not': keys prove what a person has, never what is lacking
          a && b                  | 3  | write 'and' instead of '&'
          "role:nurse"            | 1  | attributes are written without quotation marks
          role;nurse              | 5  | ';' is not allowed: an attribute is made of letters A-Z and a-z, digits and . : _ - @ /
          2nd                     | 1  | an attribute begins with a letter
          2of(a, b)               | 1  | an attribute begins with a letter
          a or a                  | 1  | 'a' stands twice in a group
          b and 2 of (a, c, a)    | 7  | 'a' stands twice in a group
          a and (c and a)         | 1  | 'a' stands twice in a group
          """)
  void parse_shouldSayWhatIsWrongAndWhere(String text, int column, String problem) {
    refuses(text, column, problem);
  }

  @Test
  void parse_shouldNameCharacters_whenTheyCannotBeSeenOrTrusted() {
    refuses("a or \u0430", 6, "U+0430 (CYRILLIC SMALL LETTER A) is not allowed");
    refuses("a\u00a0or b", 2, "U+00A0 (NO-BREAK SPACE) is not allowed");
    refuses("caf\u00e9", 4, "U+00E9 (LATIN SMALL LETTER E WITH ACUTE) is not allowed");
    refuses("a\u200b", 2, "U+200B (ZERO WIDTH SPACE) is not allowed");
    refuses("\ud83d\ude00", 1, "U+1F600 (GRINNING FACE) is not allowed");
    refuses("\ud800", 1, "U+D800 (HIGH SURROGATES D800) is not allowed");
    refuses("a\0", 2, "U+0000 (NULL) is not allowed");
    refuses("\u202ea", 1, "U+202E (RIGHT-TO-LEFT OVERRIDE) is not allowed");
    refuses("\u201ca\u201d", 1, "attributes are written without quotation marks");
  }

  @Test
  void parse_shouldSayHowToWriteOr() {
    refuses("a || b", 3, "write 'or' instead of '|'");
  }

  @Test
  void parse_shouldReportTheLeftmostFault() {
    refuses("a b \u0430", 3, "expected 'and', 'or' or the end of the policy, found 'b'");
  }

  @Test
  void parse_shouldLimitLength() {
    String longest = "a" + " ".repeat(AccessPolicy.MAX_TEXT - 1);
    assertThat(AccessPolicy.parse(longest).text()).isEqualTo("a");
    refuses(longest + " ", 32_769, "a policy has at most 32768 characters");
  }

  @Test
  void parse_shouldLimitLengthOfAttribute() {
    refuses("a or " + "b".repeat(129), 6, "an attribute has 1 to 128 characters");
  }

  @Test
  void parse_shouldLimitAttributes() {
    assertThat(AccessPolicy.parse(many(128)).spanProgram().rows()).hasSize(128);
    refuses(many(129), 775, "a policy names at most 128 attributes");
  }

  @Test
  void parse_shouldLimitParentheses() {
    assertThat(AccessPolicy.parse("(".repeat(16) + "a" + ")".repeat(16)).text()).isEqualTo("a");
    refuses("(".repeat(17) + "a" + ")".repeat(17), 17, "parentheses nest at most 16 deep");
  }

  @Test
  void parse_shouldLimitDepth_whenGatesNestWithoutParentheses() {
    assertThat(AccessPolicy.parse(alternating(8)).text()).isNotEmpty();
    refuses(alternating(9), 7, "groups nest at most 16 deep");
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", ")", "2 of (", "a and ", "a or (", "not ", "9", "a,", "\u0430", " "})
  void parse_shouldRefuseQuickly_whenTextIsHuge(String piece) {
    assertThatThrownBy(() -> AccessPolicy.parse(piece.repeat(1_000_000 / piece.length())))
        .isInstanceOf(PolicySyntaxException.class);
    assertThatThrownBy(
            () -> AccessPolicy.parse(piece.repeat(AccessPolicy.MAX_TEXT / piece.length())))
        .isInstanceOf(PolicySyntaxException.class)
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(200));
  }

  private static void refuses(String text, int column, String problem) {
    PolicySyntaxException refusal =
        catchThrowableOfType(PolicySyntaxException.class, () -> AccessPolicy.parse(text));
    assertThat(refusal).hasMessageStartingWith("Column " + column + ": " + problem);
    assertThat(refusal.column()).isEqualTo(column);
  }

  private static String many(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "a%03d".formatted(i))
        .collect(Collectors.joining(", ", "1 of (", ")"));
  }

  /** {@code times} parentheses, each around an {@code or} of an {@code and}. */
  private static String alternating(int times) {
    String text = "z";
    for (int i = 0; i < times; i++) {
      text = "x%d or y%d and (%s)".formatted(i, i, text);
    }
    return text;
  }
}
