-- What each witness hosted here cosigned last of each hospital's log: the checkpoint with the
-- log's signature and the witness's own, none before the first. Locked while an offer is judged.
-- suspended_at: when the log contradicted itself; 0 while it is cosigned.
create table ledger_witness (
  witness varchar(32) not null,
  hospital varchar(32) not null,
  tree_size bigint not null,
  note bytea,
  suspended_at bigint not null,
  constraint ledger_witness_pk primary key (witness, hospital)
);

-- Two heads that one log signed and that contradict each other: evidence, kept for ever.
create table ledger_contradiction (
  witness varchar(32) not null,
  hospital varchar(32) not null,
  digest varchar(64) not null,
  seen_at bigint not null,
  content bytea not null,
  constraint ledger_contradiction_pk primary key (witness, hospital, digest)
);

-- How the log of a hospital hosted here stands with each of its witnesses. known_size: from where
-- the witness wants the next proof. offered_size: the head that waits for its answer, 0 if none
-- does. attempts: offers since it cosigned last.
create table ledger_cosigner (
  hospital varchar(32) not null,
  witness varchar(32) not null,
  known_size bigint not null,
  cosigned_size bigint not null,
  cosigned_at bigint not null,
  offered_size bigint not null,
  sent_at bigint not null,
  attempts integer not null,
  refusal varchar(64),
  constraint ledger_cosigner_pk primary key (hospital, witness)
);
