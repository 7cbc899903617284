package org.epione.crypto.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import org.epione.crypto.TestClasses;
import org.junit.jupiter.api.Test;

class CountDocumentTest {

  @Test
  void tables_shouldAllBeHeldTo() {
    assertThat(
            TestClasses.instancesOf(OperationCountContract.class).stream()
                .map(OperationCountContract::section)
                .collect(Collectors.toList()))
        .containsExactlyInAnyOrderElementsOf(CountDocument.read().sections());
  }

  @Test
  void evaluate_shouldAddNumbersAndMultiples() {
    assertThat(CountDocument.evaluate("3", Map.of())).isEqualTo(3);
    assertThat(CountDocument.evaluate("n", Map.of("n", 4))).isEqualTo(4);
    assertThat(CountDocument.evaluate("2n + m + 1", Map.of("n", 4, "m", 5))).isEqualTo(14);
  }
}
