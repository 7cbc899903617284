-- What is final stays: rows of these tables are only ever added. The triggers are for each statement, because H2
-- asks for the class of such a trigger only when it fires: a program that does not have the class may still add
-- rows and read them, and its UPDATE or DELETE fails all the same. For the same reason they are made by force.
-- Checkpoints gain cosignatures and tiles gain hashes, so H2 cannot refuse their UPDATE without seeing rows.
create force trigger ledger_block_final before update, delete on ledger_block
  call 'org.epione.ledger.connector.store.FinalRows';
create force trigger ledger_record_final before update, delete on ledger_record
  call 'org.epione.ledger.connector.store.FinalRows';
create force trigger ledger_checkpoint_final before delete on ledger_checkpoint
  call 'org.epione.ledger.connector.store.FinalRows';
create force trigger ledger_tile_final before delete on ledger_tile
  call 'org.epione.ledger.connector.store.FinalRows';
create force trigger ledger_equivocation_final before update, delete on ledger_equivocation
  call 'org.epione.ledger.connector.store.FinalRows';
