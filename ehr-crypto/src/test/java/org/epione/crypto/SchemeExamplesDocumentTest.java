package org.epione.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The document shows exactly the code that runs in {@link SchemeExamplesTest}. */
class SchemeExamplesDocumentTest {

  private static final Pattern IN_CODE =
      Pattern.compile("// example: ([a-z0-9-]+)\n(.*?)\n *// end", Pattern.DOTALL);
  private static final Pattern IN_DOCUMENT =
      Pattern.compile("<!-- example: ([a-z0-9-]+) -->\n```java\n(.*?)\n```", Pattern.DOTALL);

  @Test
  void document_shouldShowTheExamplesThatRun() throws IOException {
    Path module = Path.of("").toAbsolutePath();
    Map<String, String> code =
        examples(
            IN_CODE, module.resolve("src/test/java/org/epione/crypto/SchemeExamplesTest.java"));
    Map<String, String> document = examples(IN_DOCUMENT, module.resolveSibling("docs/schemes.md"));
    assertThat(document).isNotEmpty().isEqualTo(code);
  }

  private static Map<String, String> examples(Pattern pattern, Path file) throws IOException {
    Map<String, String> examples = new TreeMap<>();
    Matcher matcher = pattern.matcher(Files.readString(file));
    while (matcher.find()) {
      assertThat(examples.put(matcher.group(1), matcher.group(2).stripIndent().strip())).isNull();
    }
    return examples;
  }
}
