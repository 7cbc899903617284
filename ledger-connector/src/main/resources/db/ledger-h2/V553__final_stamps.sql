-- Time stamps are only ever added, like what V510 protects.
create force trigger ledger_stamp_final before update, delete on ledger_stamp
  call 'org.epione.ledger.connector.store.FinalRows';
