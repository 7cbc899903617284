-- Evidence against logs is only ever added, like what V510 protects.
create force trigger ledger_contradiction_final before update, delete on ledger_contradiction
  call 'org.epione.ledger.connector.store.FinalRows';
