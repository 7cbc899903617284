package org.epione.crypto.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.pairing.blst.BlstGroup;
import org.epione.crypto.random.DeterministicRandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds the algorithms of one scheme to the table in docs/operation-counts.md under the scheme's
 * heading: neither can change without the other. {@link CountDocumentTest} fails if a table is held
 * to by nobody.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class OperationCountContract {

  private final CountingGroup group = new CountingGroup(BlstGroup.load());
  private final CryptoSuite suite =
      CryptoSuite.create(new DeterministicRandomSource("counting"), group);

  /** The heading in the document. */
  protected abstract String section();

  /** Every algorithm of the section; those that depend on a size with two sizes at least. */
  protected abstract List<Algorithm> algorithms();

  /** What the algorithms are to be run in. */
  protected final CryptoSuite suite() {
    return suite;
  }

  @Test
  void table_shouldNameExactlyTheAlgorithms() {
    assertThat(CountDocument.read().algorithms(section()).keySet())
        .isEqualTo(algorithms().stream().map(Algorithm::row).collect(Collectors.toSet()));
  }

  @ParameterizedTest
  @MethodSource("algorithms")
  void algorithm_shouldCostWhatTheTableSays(Algorithm algorithm) {
    Map<Operation, Integer> expected = new EnumMap<>(Operation.class);
    CountDocument.read()
        .algorithms(section())
        .getOrDefault(algorithm.row(), Map.of())
        .forEach(
            (operation, formula) ->
                expected.put(operation, CountDocument.evaluate(formula, algorithm.sizes())));
    assertThat(group.count(algorithm.action())).isEqualTo(expected);
  }
}
