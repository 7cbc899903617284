package org.epione.ledger.connector;

import java.time.Duration;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** On PostgreSQL, as deployments with several servers have it. */
@EnabledIfEnvironmentVariable(named = "EPIONE_TEST_POSTGRESQL", matches = ".+")
class PostgresqlTwoServersTest extends TwoServersContract {

  @Override
  TestDatabase database() {
    return TestDatabase.postgresql(System.getenv("EPIONE_TEST_POSTGRESQL"));
  }

  @Override
  Duration lease() {
    return Duration.ofSeconds(4);
  }

  @Override
  void endAbandoned(TestDatabase database) {
    // PostgreSQL does that by itself: idle_in_transaction_session_timeout.
  }
}
