package org.epione.crypto.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.epione.crypto.vectors.TestVector;
import org.epione.crypto.vectors.VectorFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyVectorsTest {

  static Stream<TestVector> accepted() {
    return VectorFile.stream("policy/texts.json").filter(TestVector::isValid);
  }

  static Stream<TestVector> refused() {
    return VectorFile.stream("policy/texts.json").filter(vector -> !vector.isValid());
  }

  @ParameterizedTest
  @MethodSource("accepted")
  void parse_shouldGiveThePinnedFormAndMatrix(TestVector vector) {
    AccessPolicy policy = AccessPolicy.parse(vector.inputText("policyText"));
    assertThat(policy.text()).isEqualTo(vector.expectedText("canonicalText"));
    assertThat(policy.encode()).isEqualTo(vector.expected("encoding"));
    List<SpanProgram.Row> rows = policy.spanProgram().rows();
    assertThat(rows.stream().map(row -> row.attribute().name()))
        .containsExactlyElementsOf(strings(vector.expected().get("labelsText")));
    assertThat(rows.stream().map(PolicyVectorsTest::hex))
        .containsExactlyElementsOf(strings(vector.expected().get("matrix")));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void parse_shouldNameTheColumn(TestVector vector) {
    assertThatThrownBy(() -> AccessPolicy.parse(vector.inputText("policyText")))
        .isInstanceOf(PolicySyntaxException.class)
        .hasMessage(vector.comment())
        .hasMessageStartingWith("Column " + vector.inputNumber("column") + ": ");
  }

  private static String hex(SpanProgram.Row row) {
    return row.coefficients().stream()
        .map(each -> HexFormat.of().formatHex(each.encode()))
        .collect(Collectors.joining());
  }

  private static List<String> strings(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::textValue).toList();
  }
}
