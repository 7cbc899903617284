package org.epione.crypto.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file of vectors has the form that its README states, and a test that reads it. */
class VectorFilesTest {

  private static final Path VECTORS = Path.of("src/test/resources/vectors");
  private static final String SOURCES = sources();

  static List<String> files() throws IOException {
    try (Stream<Path> files = Files.walk(VECTORS)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> VECTORS.relativize(file).toString())
          .filter(name -> !name.equals("README.md"))
          .toList();
    }
  }

  private static String sources() {
    try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
      return files
          .filter(Files::isRegularFile)
          .map(VectorFilesTest::read)
          .collect(Collectors.joining());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void file_shouldHaveTheStatedForm(String name) {
    assertThat(name).matches("[a-z0-9-]+/[a-z0-9-]+\\.json");
    for (TestVector vector : VectorFile.load(name).vectors()) {
      Stream.of(vector.inputs(), vector.expected())
          .flatMap(VectorFilesTest::fields)
          .forEach(field -> requireForm(vector, field));
      assertThat(vector.isValid() || vector.expected().isEmpty())
          .as("%s: what is refused has no output", vector)
          .isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void file_shouldBeReadByATest(String name) {
    assertThat(SOURCES).contains('"' + name + '"');
  }

  private static Stream<Map.Entry<String, JsonNode>> fields(JsonNode parent) {
    return parent.properties().stream();
  }

  private static void requireForm(TestVector vector, Map.Entry<String, JsonNode> field) {
    assertThat(field.getKey()).as(vector.id()).matches("[a-z][A-Za-z0-9]*");
    if (field.getValue().isArray()) {
      Iterator<JsonNode> items = field.getValue().elements();
      items.forEachRemaining(item -> requireValue(vector, field.getKey(), item));
    } else {
      requireValue(vector, field.getKey(), field.getValue());
    }
  }

  private static void requireValue(TestVector vector, String name, JsonNode value) {
    if (value.isTextual() && !name.endsWith("Text")) {
      assertThat(value.textValue())
          .as("%s: %s is hexadecimal", vector, name)
          .matches("([0-9a-f]{2})*");
    } else {
      assertThat(value.isTextual() || value.isInt() || value.isBoolean())
          .as("%s: %s is text or a number", vector, name)
          .isTrue();
    }
  }
}
