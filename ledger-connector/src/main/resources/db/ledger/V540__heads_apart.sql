-- Witnesses tell each other which head of a log they cosigned last: told_size, and when.
alter table ledger_witness add column told_size bigint default 0 not null;
alter table ledger_witness add column told_at bigint default 0 not null;

-- A head that another witness (teller) told and that is not known yet to be of one log with what the witness had cosigned
-- then: the smaller of the two, the larger, both signed by the log. The log is asked for the proof between them; the row
-- goes when it is there. attempts: how often it was asked.
create table ledger_heads_apart (
  witness varchar(32) not null,
  hospital varchar(32) not null,
  teller varchar(32) not null,
  smaller_size bigint not null,
  smaller bytea not null,
  larger_size bigint not null,
  larger bytea not null,
  heard_at bigint not null,
  asked_at bigint not null,
  attempts integer not null,
  constraint ledger_heads_apart_pk primary key (witness, hospital, teller)
);
