package org.epione.crypto.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import org.junit.jupiter.api.Test;

class EncodingCoverageTest extends EncodingCoverage {

  @Test
  void search_shouldFindTheDecoders() {
    assertThat(decoders().map(Method::getName)).contains("decode", "decodeG1", "decodeSignature");
  }
}
