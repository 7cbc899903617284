-- Signed transactions are only ever added, like what V510 protects.
create force trigger ledger_anchor_transaction_final before update, delete on ledger_anchor_transaction
  call 'org.epione.ledger.connector.store.FinalRows';
