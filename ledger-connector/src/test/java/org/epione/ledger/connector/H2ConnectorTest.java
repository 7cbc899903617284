package org.epione.ledger.connector;

class H2ConnectorTest extends ConnectorContract {

  @Override
  TestDatabase database() {
    return TestDatabase.h2();
  }
}
