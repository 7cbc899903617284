-- What V510 protects stays protected, but for one thing: a block may be deleted whose epoch is closed and archived and whose
-- signed header is kept. A trigger for each statement sees no rows, so it looks afterwards whether anything else is missing.
drop trigger ledger_block_final;
create force trigger ledger_block_final before update on ledger_block
  call 'org.epione.ledger.connector.store.FinalRows';
create force trigger ledger_block_kept after delete on ledger_block
  call 'org.epione.ledger.connector.store.KeptBlocks';
create force trigger ledger_epoch_final before update, delete on ledger_epoch
  call 'org.epione.ledger.connector.store.FinalRows';
create force trigger ledger_snapshot_final before update, delete on ledger_snapshot
  call 'org.epione.ledger.connector.store.FinalRows';
create force trigger ledger_archive_final before update, delete on ledger_archive
  call 'org.epione.ledger.connector.store.FinalRows';
create force trigger ledger_sealed_block_final before update, delete on ledger_sealed_block
  call 'org.epione.ledger.connector.store.FinalRows';
