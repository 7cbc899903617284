package org.epione.ledger.connector;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Where EPIONE_TEST_POSTGRESQL names a PostgreSQL that the tests may make schemas in. */
@EnabledIfEnvironmentVariable(named = "EPIONE_TEST_POSTGRESQL", matches = ".+")
class PostgresqlConnectorTest {

  @Nested
  class Intake extends IntakeContract {
    @Override
    TestDatabase database() {
      return TestDatabase.postgresql(System.getenv("EPIONE_TEST_POSTGRESQL"));
    }
  }

  @Nested
  class Supernodes extends SupernodesContract {
    @Override
    TestDatabase database() {
      return TestDatabase.postgresql(System.getenv("EPIONE_TEST_POSTGRESQL"));
    }
  }

  @Nested
  class Log extends LogContract {
    @Override
    TestDatabase database() {
      return TestDatabase.postgresql(System.getenv("EPIONE_TEST_POSTGRESQL"));
    }
  }
}
