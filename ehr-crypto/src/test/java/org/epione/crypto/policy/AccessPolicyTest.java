package org.epione.crypto.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.codec.MalformedEncodingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessPolicyTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a                              | a
          (((a)))                        | a
          a AND b Or c                   | (a and b) or c
          a or b and c                   | a or (b and c)
          (a or b) and c                 | (a or b) and c
          a and (b and (c and d))        | a and b and c and d
          (a or b) or c or (d or e)      | a or b or c or d or e
          2 of (a,b)                     | a and b
          1 of (a, b or c)               | a or b or c
          02 OF(a, b and c,d)            | 2 of (a, b and c, d)
          a and 2 of (b,c,d or e)        | a and 2 of (b, c, d or e)
          1 of (2 of (a, b, c))          | 2 of (a, b, c)
          a and b or a and c             | (a and b) or (a and c)
          """)
  void text_shouldBeCanonical(String text, String canonical) {
    AccessPolicy policy = AccessPolicy.parse(text);
    assertThat(policy.text()).isEqualTo(canonical);
    assertThat(policy).isEqualTo(AccessPolicy.parse(canonical)).hasToString(canonical);
  }

  @ParameterizedTest
  @CsvSource({
    "a and b, a b, true",
    "a and b, a, false",
    "a or b, b, true",
    "a or b, c, false",
    "'2 of (a, b, c)', a c, true",
    "'2 of (a, b, c)', c, false",
    "a and (b or c), a c, true",
    "a and (b or c), b c, false",
    "a, A, false"
  })
  void isSatisfiedBy_shouldDecide(String text, String attributes, boolean satisfied) {
    assertThat(AccessPolicy.parse(text).isSatisfiedBy(Policies.attributes(attributes.split(" "))))
        .isEqualTo(satisfied);
  }

  @Test
  void parse_shouldAllowAnyAsciiSpace() {
    assertThat(AccessPolicy.parse("\ta\r\n and\nb ").text()).isEqualTo("a and b");
  }

  @Test
  void attributes_shouldNameEachOnceInOrder() {
    assertThat(AccessPolicy.parse("c and a or c and b").attributes())
        .extracting(Attribute::name)
        .containsExactly("a", "b", "c");
  }

  @Test
  void threshold_shouldMakeWhatParseMakes() {
    AccessPolicy a = AccessPolicy.parse("a");
    AccessPolicy b = AccessPolicy.parse("b");
    AccessPolicy c = AccessPolicy.attribute(Attribute.of("c"));
    assertThat(AccessPolicy.threshold(2, List.of(a, b, c)).text()).isEqualTo("2 of (a, b, c)");
    assertThat(AccessPolicy.allOf(List.of(a, AccessPolicy.allOf(List.of(b, c)))))
        .isEqualTo(AccessPolicy.parse("a and b and c"));
    assertThat(AccessPolicy.anyOf(List.of(a, AccessPolicy.anyOf(List.of(b, c)))))
        .isEqualTo(AccessPolicy.parse("a or b or c"))
        .hasSameHashCodeAs(AccessPolicy.parse("a or b or c"));
    assertThat(AccessPolicy.anyOf(List.of(a))).isEqualTo(a).isNotEqualTo(b);
  }

  @Test
  void threshold_shouldRefuseWhatParseRefuses() {
    AccessPolicy a = AccessPolicy.parse("a");
    AccessPolicy b = AccessPolicy.parse("b");
    refuses(0, List.of(a));
    refuses(2, List.of(a));
    refuses(0, List.of());
    refuses(1, List.of(a, a));
    refuses(2, List.of(a, b, a));
    refuses(
        1,
        IntStream.range(0, 129)
            .mapToObj(i -> AccessPolicy.attribute(Attribute.of("a" + i)))
            .toList());
    AccessPolicy deep = AccessPolicy.parse("2 of (a, b, ".repeat(16) + "z" + ")".repeat(16));
    refuses(1, List.of(deep, a));
  }

  private static void refuses(int count, List<AccessPolicy> parts) {
    assertThatThrownBy(() -> AccessPolicy.threshold(count, parts))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "A  and b",
        "a  and b",
        " a",
        "a ",
        "a AND b",
        "(a)",
        "(a and b)",
        "a or b and c",
        "2 of (a, b)",
        "1 of (a, b)",
        "2 of (a,b,c)",
        "a and (b and c)",
        "not a",
        "a or a",
        "("
      })
  void decode_shouldRefuse_whenTextIsNotCanonical(String text) {
    byte[] encoded = CanonicalWriter.of("epione.access-policy", 1).text(text).toByteArray();
    assertThatThrownBy(() -> AccessPolicy.decode(encoded))
        .isInstanceOf(MalformedEncodingException.class);
  }
}
