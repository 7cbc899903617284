-- Why handling of a message failed last, by the digest of its bytes.
create table failure_reason (
  message_digest varchar(64) not null primary key,
  reason varchar(1000) not null,
  failures integer not null,
  last_failed bigint not null
);

-- Messages that could not be handled, for the administrator. The body is sealed under a party's key.
create sequence dead_letter_seq start with 1 increment by 1;
create table dead_letter (
  id bigint not null primary key,
  arrival varchar(128) not null unique,
  queue varchar(128) not null,
  message_type varchar(64) not null,
  receiver varchar(32) not null,
  keeper varchar(32) not null,
  reason varchar(1000) not null,
  attempts integer not null,
  sealed_body bytea not null,
  properties varchar(4000) not null,
  arrived bigint not null,
  state varchar(16) not null,
  decided bigint,
  decided_by varchar(36),
  decision_reason varchar(500),
  version bigint not null
);

create table party (
  code varchar(32) not null primary key,
  role_name varchar(16) not null,
  display_name varchar(200) not null,
  node varchar(32) not null,
  pid varchar(256) not null unique,
  certificate bytea not null,
  registered bigint not null,
  version bigint not null
);

-- Envelopes handled before, so that none is handled twice.
create table received_envelope (
  id varchar(72) not null primary key,
  digest varchar(64) not null,
  envelope_type varchar(64) not null,
  receiver varchar(32) not null,
  received bigint not null
);

-- Records on their way to a hospital's chain.
create table chain_submission (
  record_id varchar(64) not null primary key,
  record bytea not null,
  record_type varchar(40) not null,
  submitter varchar(32) not null,
  hospital varchar(32) not null,
  state varchar(16) not null,
  submitted bigint not null,
  decided bigint,
  block_height bigint,
  block_index integer,
  receipt bytea,
  reason varchar(200),
  version bigint not null
);
