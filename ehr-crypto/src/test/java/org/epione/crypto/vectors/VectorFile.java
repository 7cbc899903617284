package org.epione.crypto.vectors;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file of test vectors under {@code src/test/resources/vectors}; its README states the form,
 * which is checked here strictly.
 *
 * @param scheme the algorithm, by its standard's name
 * @param source where the vectors were published, or how they were made
 * @param comment what a user of the file should know
 * @param vectors the vectors, each with an id of its own
 */
public record VectorFile(String scheme, String source, String comment, List<TestVector> vectors) {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** Refuses files without vectors and ids that are there twice. */
  public VectorFile {
    vectors = List.copyOf(vectors);
    if (vectors.isEmpty() || scheme.isBlank() || source.isBlank()) {
      throw new IllegalArgumentException("a file has a scheme, a source and vectors");
    }
    if (vectors.stream().map(TestVector::id).distinct().count() != vectors.size()) {
      throw new IllegalArgumentException("an id is there twice");
    }
  }

  /**
   * Reads {@code vectors/<path>}.
   *
   * @param path folder of the scheme and name, as {@code hkdf/rfc5869.json}
   */
  public static VectorFile load(String path) {
    try (InputStream in = VectorFile.class.getResourceAsStream("/vectors/" + path)) {
      if (in == null) {
        throw new IllegalArgumentException("no vectors in " + path);
      }
      return MAPPER.readValue(in, VectorFile.class);
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }

  /** The vectors of {@code vectors/<path>}, for a parameterised test. */
  public static Stream<TestVector> stream(String path) {
    return load(path).vectors().stream();
  }
}
