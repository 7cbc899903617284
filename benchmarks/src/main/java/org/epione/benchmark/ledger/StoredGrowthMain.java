package org.epione.benchmark.ledger;

import java.util.Optional;

/** Measures a chain of growing length on a database and prints Markdown: README.md. */
public final class StoredGrowthMain {

  private static final long MOST_RECORDS = 100_000;

  private StoredGrowthMain() {}

  /**
   * Measures on the PostgreSQL that the tests use.
   *
   * @param arguments the number of records up to which growth is measured, which may be left out
   */
  public static void main(String[] arguments) throws Exception {
    String postgresql =
        Optional.ofNullable(System.getenv("EPIONE_TEST_POSTGRESQL"))
            .orElseThrow(() -> new IllegalStateException("EPIONE_TEST_POSTGRESQL is not set"));
    long most = arguments.length > 0 ? Long.parseLong(arguments[0]) : MOST_RECORDS;
    try (StoredGrowth other = new StoredGrowth(postgresql)) {
      other.warmUp();
    }
    try (StoredGrowth growth = new StoredGrowth(postgresql)) {
      System.out.print(growth.measure(most));
    }
  }
}
