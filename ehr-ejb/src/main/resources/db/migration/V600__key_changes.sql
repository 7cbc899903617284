-- Doctors change the keys with which they sign.
create table key_change (
  record_id varchar(64) not null primary key,
  account varchar(36) not null,
  certificate bytea not null,
  submitted_at bigint not null,
  state varchar(16) not null,
  refusal varchar(40) not null,
  tidy boolean not null,
  version bigint not null
);
create index key_change_account on key_change (account);
