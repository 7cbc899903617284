-- Chains and what is on its way onto them. "holder" is the party whose copy a row belongs to: a
-- hospital and the cloud that cosigns may be hosted in one database and still keep their own.
-- Times are milliseconds since 1970, digests and identifiers lower-case hexadecimal.

create table ledger_chain (
  holder varchar(32) not null,
  hospital varchar(32) not null,
  pid bytea not null,
  height bigint not null,
  head varchar(64) not null,
  head_time bigint not null,
  record_count bigint not null,
  constraint ledger_chain_pk primary key (holder, hospital)
);

-- One block for each height: what keeps two server instances from forking a chain, and the cloud
-- from signing twice, whatever else goes wrong.
create table ledger_block (
  holder varchar(32) not null,
  hospital varchar(32) not null,
  height bigint not null,
  hash varchar(64) not null,
  block_time bigint not null,
  record_count integer not null,
  content bytea not null,
  constraint ledger_block_pk primary key (holder, hospital, height)
);

create table ledger_record (
  hospital varchar(32) not null,
  record_id varchar(64) not null,
  height bigint not null,
  block_index integer not null,
  leaf_index bigint not null,
  record_type varchar(32) not null,
  episode varchar(32),
  constraint ledger_record_pk primary key (hospital, record_id)
);
create unique index ledger_record_leaf on ledger_record (hospital, leaf_index);
create unique index ledger_record_place on ledger_record (hospital, height, block_index);
create index ledger_record_episode on ledger_record (hospital, episode);

-- The RFC 6962 tree over all records of a chain in tiles of up to 256 hashes (C2SP tlog-tiles).
create table ledger_tile (
  hospital varchar(32) not null,
  tile_level integer not null,
  tile_number bigint not null,
  hashes bytea not null,
  constraint ledger_tile_pk primary key (hospital, tile_level, tile_number)
);

-- Every head that the hospital signed, with the cosignatures that came in.
create table ledger_checkpoint (
  hospital varchar(32) not null,
  tree_size bigint not null,
  note bytea not null,
  cosignatures integer not null,
  constraint ledger_checkpoint_pk primary key (hospital, tree_size)
);

create table ledger_pending (
  hospital varchar(32) not null,
  record_id varchar(64) not null,
  received_at bigint not null,
  content bytea not null,
  constraint ledger_pending_pk primary key (hospital, record_id)
);
create index ledger_pending_order on ledger_pending (hospital, received_at, record_id);

-- The refused record behind a pending REJECTION; the cloud wants to see it before it signs.
create table ledger_evidence (
  hospital varchar(32) not null,
  record_id varchar(64) not null,
  content bytea not null,
  constraint ledger_evidence_pk primary key (hospital, record_id)
);

-- Who waits for the receipt of a pending record.
create table ledger_submission (
  hospital varchar(32) not null,
  record_id varchar(64) not null,
  submitter varchar(32) not null,
  constraint ledger_submission_pk primary key (hospital, record_id, submitter)
);

create table ledger_refused (
  hospital varchar(32) not null,
  record_id varchar(64) not null,
  reason varchar(32) not null,
  refused_at bigint not null,
  constraint ledger_refused_pk primary key (hospital, record_id)
);

-- The one block of a hospital that waits for the cloud's signature.
create table ledger_proposal (
  hospital varchar(32) not null,
  height bigint not null,
  hash varchar(64) not null,
  content bytea not null,
  sent_at bigint not null,
  attempts integer not null,
  refusal varchar(512),
  constraint ledger_proposal_pk primary key (hospital)
);

-- A second block that a hospital signed for a height: evidence, kept for ever.
create table ledger_equivocation (
  holder varchar(32) not null,
  hospital varchar(32) not null,
  height bigint not null,
  hash varchar(64) not null,
  seen_at bigint not null,
  content bytea not null,
  constraint ledger_equivocation_pk primary key (holder, hospital, height, hash)
);
