-- A second factor for signing in (TOTP, RFC 6238). The key is sealed under the party's key. One row
-- per account: without a time of confirmation it is being set up.
create table second_factor (
  account varchar(36) not null primary key references account,
  sealed_key bytea not null,
  begun bigint not null,
  confirmed bigint,
  last_step bigint not null,
  recovery_salt bytea,
  version bigint not null
);

-- What stretching a recovery code gave; a row goes when its code was used.
create table recovery_code (
  account varchar(36) not null references account,
  tag varchar(64) not null,
  primary key (account, tag)
);

-- What happened to an account's protection: told to its person, and kept for audits.
create sequence account_event_seq start with 1 increment by 1;
create table account_event (
  id bigint not null primary key,
  account varchar(36) not null references account,
  kind varchar(32) not null,
  occurred bigint not null,
  by_account varchar(36) not null,
  seen boolean not null
);
create index account_event_account on account_event (account, id);
