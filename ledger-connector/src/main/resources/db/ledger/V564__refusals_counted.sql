-- Refusals are counted by author and hour, so that a flood fills no disk: of each author so many records an hour are kept by
-- name, to get the same answer when they come again, and these go when the records are too old for any block anyhow.
-- author: pseudo-identity of a delegate; empty for all others together, who can make names up.
create table ledger_refusal_hour (
  hospital varchar(32) not null,
  author varchar(128) not null,
  reason varchar(32) not null,
  begins bigint not null,
  refusals bigint not null,
  last_at bigint not null,
  constraint ledger_refusal_hour_pk primary key (hospital, begins, author, reason)
);

insert into ledger_refusal_hour (hospital, author, reason, begins, refusals, last_at)
  select hospital, '', reason, refused_at / 3600000 * 3600000, count(*), max(refused_at)
  from ledger_refused group by hospital, reason, refused_at / 3600000 * 3600000;

create index ledger_refused_time on ledger_refused (hospital, refused_at);
