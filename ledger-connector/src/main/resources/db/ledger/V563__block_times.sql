-- How many records came in a time is asked for again and again by who looks at a chain; without its blocks being read.
create index ledger_block_time on ledger_block (holder, hospital, block_time, record_count);
