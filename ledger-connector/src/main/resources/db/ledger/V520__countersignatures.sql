-- The second level of finality: who may countersign which heights, and who did.
-- Pseudo-identities are lower-case hexadecimal, times milliseconds since 1970.

-- A doctor as a delegate, from one height to another, both included; without an end while it lasts. Derived from the
-- chain with each block, so that a countersignature that comes late is still judged by the state before its block.
create table ledger_delegate (
  hospital varchar(32) not null,
  doctor varchar(256) not null,
  from_height bigint not null,
  to_height bigint,
  not_before bigint not null,
  not_after bigint not null,
  station_key varchar(64),
  station_not_before bigint,
  station_not_after bigint,
  constraint ledger_delegate_pk primary key (hospital, doctor, from_height)
);

-- One vote of each doctor for each height; only such as count.
create table ledger_countersignature (
  hospital varchar(32) not null,
  height bigint not null,
  doctor varchar(256) not null,
  content bytea not null,
  received_at bigint not null,
  constraint ledger_countersignature_pk primary key (hospital, height, doctor)
);
create index ledger_countersignature_doctor on ledger_countersignature (hospital, doctor, height);

-- The last height that two thirds of the delegates countersigned.
create table ledger_finality (
  hospital varchar(32) not null,
  height bigint not null,
  constraint ledger_finality_pk primary key (hospital)
);

-- Proofs that a hospital signed two histories, as stations brought them; verified, kept for ever.
create table ledger_alarm (
  hospital varchar(32) not null,
  digest varchar(64) not null,
  height bigint not null,
  by_cloud smallint not null,
  station varchar(32) not null,
  reported_at bigint not null,
  content bytea not null,
  constraint ledger_alarm_pk primary key (hospital, digest)
);
