-- Passkeys in place of the code of a second factor (WebAuthn). There is none without the second
-- factor itself, on which the recovery codes hang. The id is the SHA-256 digest of the credential's
-- id, in hexadecimal: no credential belongs to two accounts.
create table passkey (
  id varchar(64) not null primary key,
  account varchar(36) not null references second_factor,
  relying_party varchar(253) not null,
  attested_credential bytea not null,
  sealed_name bytea not null,
  transports varchar(128) not null,
  backup_eligible boolean not null,
  signature_counter bigint not null,
  added bigint not null,
  last_used bigint,
  version bigint not null
);
create index passkey_account on passkey (account, added);

-- What an authenticator has to sign, for one purpose of an account; a newer one takes its place.
create table passkey_challenge (
  account varchar(36) not null references second_factor,
  purpose varchar(16) not null,
  challenge bytea not null,
  made bigint not null,
  primary key (account, purpose)
);
