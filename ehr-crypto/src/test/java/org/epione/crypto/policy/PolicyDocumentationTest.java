package org.epione.crypto.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What docs/policies.md shows is what happens. */
class PolicyDocumentationTest {

  @Test
  void examples_shouldBePolicies() throws IOException {
    assertThat(table("| to say | write |"))
        .hasSizeGreaterThan(4)
        .allSatisfy(row -> assertThat(AccessPolicy.parse(code(row.get(1)))).isNotNull());
  }

  @Test
  void canonicalForms_shouldBeWhatTextGives() throws IOException {
    assertThat(table("| written | canonical |"))
        .hasSizeGreaterThan(2)
        .allSatisfy(
            row ->
                assertThat(AccessPolicy.parse(code(row.get(0))).text())
                    .isEqualTo(code(row.get(1))));
  }

  @Test
  void errors_shouldBeWhatIsAnswered() throws IOException {
    assertThat(table("| written | answer |"))
        .hasSizeGreaterThan(7)
        .allSatisfy(
            row ->
                assertThatThrownBy(() -> AccessPolicy.parse(code(row.get(0))))
                    .isInstanceOf(PolicySyntaxException.class)
                    .hasMessage(row.get(1)));
  }

  private static List<List<String>> table(String heading) throws IOException {
    return Files.readAllLines(Path.of("..", "docs", "policies.md")).stream()
        .dropWhile(line -> !line.equals(heading))
        .skip(2)
        .takeWhile(line -> line.startsWith("|"))
        .map(line -> List.of(line.substring(2, line.length() - 2).split(" \\| ")))
        .toList();
  }

  private static String code(String cell) {
    return cell.substring(1, cell.length() - 1);
  }
}
