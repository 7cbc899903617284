-- Closed epochs of each copy of a chain, and the sealed state after each: where the state is folded from when the server
-- starts, and what an export from there on begins with. Times are milliseconds since 1970.
create table ledger_epoch (
  holder varchar(32) not null,
  hospital varchar(32) not null,
  epoch bigint not null,
  first_height bigint not null,
  last_height bigint not null,
  log_size bigint not null,
  closed_at bigint not null,
  constraint ledger_epoch_pk primary key (holder, hospital, epoch)
);

-- The snapshot of a closed epoch in parts of at most 1,000,000 bytes, which is what H2 takes as one value.
create table ledger_snapshot (
  holder varchar(32) not null,
  hospital varchar(32) not null,
  epoch bigint not null,
  part integer not null,
  content bytea not null,
  constraint ledger_snapshot_pk primary key (holder, hospital, epoch, part)
);

-- Closed epochs whose records lie in a file elsewhere. digest: SHA-256 with which the file ends.
create table ledger_archive (
  holder varchar(32) not null,
  hospital varchar(32) not null,
  epoch bigint not null,
  first_height bigint not null,
  last_height bigint not null,
  name varchar(128) not null,
  digest varchar(64) not null,
  archived_at bigint not null,
  constraint ledger_archive_pk primary key (holder, hospital, epoch)
);

-- The signed headers of blocks whose records were moved away; with the tiles of the log they still prove each record.
create table ledger_sealed_block (
  holder varchar(32) not null,
  hospital varchar(32) not null,
  height bigint not null,
  hash varchar(64) not null,
  content bytea not null,
  constraint ledger_sealed_block_pk primary key (holder, hospital, height)
);
