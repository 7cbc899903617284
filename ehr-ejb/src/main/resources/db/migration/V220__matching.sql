-- Patients with the same symptom. What a patient's browser sealed under her matching password (salt and check, symptom,
-- states, conversations) the hospital keeps and cannot open.
create table matching_vault (
  account varchar(36) not null primary key,
  hospital varchar(32) not null,
  salt bytea not null,
  probe bytea not null,
  set_at bigint not null,
  version bigint not null
);

-- A patient looks for others, under a pseudonym that is for this alone.
create table matching_search (
  pseudonym varchar(256) not null primary key,
  account varchar(36) not null,
  hospital varchar(32) not null,
  reach varchar(16) not null,
  certificate bytea not null,
  sealed bytea,
  begun_at bigint not null,
  ends_at bigint not null,
  ended_at bigint,
  version bigint not null
);
create index matching_search_account on matching_search (account, begun_at);
create index matching_search_hospital on matching_search (hospital, ended_at);

-- Who looks, as a hospital was told: also its own.
create table matching_known (
  id varchar(64) not null primary key,
  hospital varchar(32) not null,
  pseudonym varchar(256) not null,
  peer_hospital varchar(32) not null,
  certificate bytea not null,
  ends_at bigint not null
);
create index matching_known_hospital on matching_known (hospital, peer_hospital);

-- One comparison of one pair, once and never again: one side of it.
create table matching_exchange (
  id varchar(36) not null primary key,
  search varchar(256) not null references matching_search (pseudonym),
  account varchar(36) not null,
  hospital varchar(32) not null,
  peer varchar(256) not null,
  peer_hospital varchar(32) not null,
  peer_certificate varchar(64) not null,
  beginner boolean not null,
  made_at bigint not null,
  begun_at bigint,
  own_share bytea,
  own_confirmation bytea,
  peer_share bytea,
  peer_confirmation bytea,
  sealed bytea,
  sent integer not null,
  received integer not null,
  seen integer not null,
  own_block boolean not null,
  peer_block boolean not null,
  ended_at bigint,
  ended_by varchar(16),
  version bigint not null,
  constraint matching_exchange_pair unique (search, peer)
);
create index matching_exchange_account on matching_exchange (account, begun_at);
create index matching_exchange_peer on matching_exchange (hospital, peer);

-- What the two of a conversation wrote, as the hospital got it: ciphertext.
create table matching_said (
  id varchar(48) not null primary key,
  exchange_id varchar(36) not null references matching_exchange (id),
  outgoing boolean not null,
  number integer not null,
  sealed bytea not null,
  said_at bigint not null
);
create index matching_said_exchange on matching_said (exchange_id, number);

-- Two patients who are never paired again, each side of it: a secret that both hospitals have, under the hospital's key.
create table matching_block (
  id varchar(36) not null primary key,
  account varchar(36) not null,
  hospital varchar(32) not null,
  peer_hospital varchar(32) not null,
  protected_secret bytea not null,
  blocked_at bigint not null
);
create index matching_block_account on matching_block (account, peer_hospital);
