package org.epione.ledger.connector;

import java.nio.file.Path;
import org.epione.ledger.connector.anchor.AnvilNode;
import org.epione.ledger.connector.anchor.TestNode;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Where EPIONE_TEST_ANVIL names the program of Foundry's development node. */
@EnabledIfEnvironmentVariable(named = "EPIONE_TEST_ANVIL", matches = ".+")
class AnvilTest {

  private static TestNode anvil() {
    return new AnvilNode(Path.of(System.getenv("EPIONE_TEST_ANVIL")));
  }

  @Nested
  class OnH2 extends AnchorContract {
    @Override
    TestDatabase database() {
      return TestDatabase.h2();
    }

    @Override
    TestNode network() {
      return anvil();
    }
  }

  @Nested
  @EnabledIfEnvironmentVariable(named = "EPIONE_TEST_POSTGRESQL", matches = ".+")
  class OnPostgresql extends AnchorContract {
    @Override
    TestDatabase database() {
      return TestDatabase.postgresql(System.getenv("EPIONE_TEST_POSTGRESQL"));
    }

    @Override
    TestNode network() {
      return anvil();
    }
  }
}
