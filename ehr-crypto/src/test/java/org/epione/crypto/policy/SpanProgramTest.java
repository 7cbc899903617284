package org.epione.crypto.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.epione.crypto.pairing.Scalar;
import org.epione.crypto.policy.SpanProgram.Weight;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpanProgramTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a                       | a: 1
          a or b                  | a: 1; b: 1
          a and b                 | a: 1 1; b: 0 -1
          a and b and c           | a: 1 1 0; b: 0 -1 1; c: 0 0 -1
          2 of (a, b, c)          | a: 1 1; b: 1 2; c: 1 3
          3 of (a, b, c, d)       | a: 1 1 1; b: 1 2 4; c: 1 3 9; d: 1 4 16
          a and (b or c)          | a: 1 1; b: 0 -1; c: 0 -1
          a and (b or c and d)    | a: 1 1 0; b: 0 -1 0; c: 0 -1 1; d: 0 0 -1
          2 of (a and d, b, c)    | a: 1 1 1; d: 0 0 -1; b: 1 2 0; c: 1 3 0
          a and b or a and c      | a: 1 1 0; b: 0 -1 0; a: 1 0 1; c: 0 0 -1
          """)
  void rows_shouldBeThoseOfTheConstructions(String policy, String matrix) {
    assertThat(shown(AccessPolicy.parse(policy).spanProgram())).isEqualTo(matrix);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a or b and c                 | a b c | 0=1
          b and c or a                 | a b c | 2=1
          a or b                       | a b   | 0=1
          2 of (a, b, c)               | b c   | 1=3 2=-2
          2 of (a, b, c)               | a b c | 0=2 1=-1
          2 of (a and b, c, d)         | a b c d | 2=3 3=-2
          3 of (a, b, c, d) and e      | a b d e | 0=8/3 1=-2 3=1/3 4=1
          """)
  void reconstruction_shouldTakeFewestRowsAndThenTheLeftmost(
      String policy, String attributes, String weights) {
    List<Weight> found =
        AccessPolicy.parse(policy)
            .spanProgram()
            .reconstruction(Policies.attributes(attributes.split(" ")))
            .orElseThrow();
    assertThat(found)
        .isEqualTo(List.of(weights.split(" ")).stream().map(SpanProgramTest::weight).toList());
  }

  @Test
  void shares_shouldBeProductsWithGivenVector() {
    SpanProgram program = AccessPolicy.parse("2 of (a, b, c)").spanProgram();
    assertThat(program.shares(List.of(Scalar.of(10), Scalar.of(5))))
        .containsExactly(Scalar.of(15), Scalar.of(20), Scalar.of(25));
  }

  @Test
  void shares_shouldRefuseVectorOfOtherLength() {
    SpanProgram program = AccessPolicy.parse("a and b").spanProgram();
    assertThatThrownBy(() -> program.shares(List.of(Scalar.of(1))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> program.combination(List.of(Scalar.of(1))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void reconstruction_shouldBeQuick_whenPolicyIsAsDeepAndWideAsAllowed() {
    String deep = "z";
    for (int i = 0; i < AccessPolicy.MAX_DEPTH; i++) {
      deep = "2 of (a%d, b%d, c%d, %s)".formatted(i, i, i, deep);
    }
    SpanProgram program = AccessPolicy.parse(deep).spanProgram();
    assertThat(program.reconstruction(Policies.attributes("z", "a0"))).isEmpty();
    AccessPolicy policy = AccessPolicy.parse(deep);
    assertThat(program.reconstruction(policy.attributes()).orElseThrow()).hasSize(2);
  }

  private static Weight weight(String text) {
    String[] parts = text.split("[=/]");
    Scalar denominator = Scalar.of(parts.length > 2 ? Long.parseLong(parts[2]) : 1);
    return new Weight(
        Integer.parseInt(parts[0]),
        Scalar.of(Long.parseLong(parts[1])).multiply(denominator.inverse()));
  }

  private static String shown(SpanProgram program) {
    return program.rows().stream()
        .map(
            row ->
                row.attribute()
                    + ": "
                    + row.coefficients().stream()
                        .map(SpanProgramTest::small)
                        .collect(Collectors.joining(" ")))
        .collect(Collectors.joining("; "));
  }

  private static String small(Scalar scalar) {
    return IntStream.rangeClosed(-20, 20)
        .filter(i -> Scalar.of(i).equals(scalar))
        .mapToObj(Integer::toString)
        .findFirst()
        .orElseThrow();
  }
}
