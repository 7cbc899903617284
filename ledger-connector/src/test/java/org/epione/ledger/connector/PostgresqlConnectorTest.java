package org.epione.ledger.connector;

import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Where EPIONE_TEST_PG_URL names a PostgreSQL that the tests may make schemas in. */
@EnabledIfEnvironmentVariable(named = "EPIONE_TEST_PG_URL", matches = ".+")
class PostgresqlConnectorTest extends ConnectorContract {

  @Override
  TestDatabase database() {
    return TestDatabase.postgresql(System.getenv("EPIONE_TEST_PG_URL"));
  }
}
