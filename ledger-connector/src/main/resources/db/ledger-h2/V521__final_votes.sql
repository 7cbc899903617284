-- Votes and proofs stay, as V510 says of blocks.
create force trigger ledger_countersignature_final before update, delete on ledger_countersignature
  call 'org.epione.ledger.connector.store.FinalRows';
create force trigger ledger_alarm_final before update, delete on ledger_alarm
  call 'org.epione.ledger.connector.store.FinalRows';
