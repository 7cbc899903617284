-- Which running server makes a hospital's blocks, and until when, by the database's clock. The epoch grows each time
-- the lease is taken, so a server that held it before notices.
create table ledger_lease (
  hospital varchar(32) not null,
  server varchar(128) not null,
  epoch bigint not null,
  taken_at bigint not null,
  expires_at bigint not null,
  constraint ledger_lease_pk primary key (hospital)
);

-- A block is decided and committed before it is signed, so that nobody ever holds a signature of a block that is not
-- the one of its height. Until then the place of the hospital's signature holds zeros.
alter table ledger_proposal add column signed boolean default false not null;
