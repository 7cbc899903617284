-- Failed attempts to use a secret, by what was tried and by where it came from.
create table attempt (
  subject varchar(80) not null primary key,
  failures integer not null,
  last_failure bigint not null,
  blocked_until bigint not null
);

-- Keys of parties, wrapped under the key in the party's key store outside this database.
create table server_key (
  party varchar(32) not null primary key,
  wrapped bytea not null,
  signing_public bytea not null,
  receiving_public bytea not null,
  created bigint not null
);

-- Keys of people, wrapped under a random key, which is wrapped under the stretched password.
create table person_key (
  account varchar(36) not null primary key,
  salt bytea not null,
  wrapped_person_key bytea not null,
  wrapped_keys bytea not null,
  signing_public bytea,
  possession bytea,
  receiving_public bytea,
  record_public bytea,
  version bigint not null
);
