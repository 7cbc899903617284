-- People who can sign in. Names are sealed under their party's key.
create table account (
  id varchar(36) not null primary key,
  user_name varchar(64),
  sealed_name bytea not null,
  role_name varchar(32) not null,
  party varchar(32) not null,
  person_reference varchar(64) not null,
  state varchar(16) not null,
  created bigint not null,
  version bigint not null,
  constraint account_user_name unique (user_name),
  constraint account_person unique (party, role_name, person_reference)
);

-- Activation codes not used yet: sealed under the party's key, and a keyed fingerprint to find them.
create table invitation (
  account varchar(36) not null primary key references account,
  fingerprint varchar(64) not null unique,
  sealed_code bytea not null,
  expires bigint not null
);
