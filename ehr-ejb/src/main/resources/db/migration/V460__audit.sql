create table audit_check (
  id varchar(36) not null primary key,
  hospital varchar(32) not null,
  episode varchar(32) not null,
  auditor varchar(36) not null,
  begun_at bigint not null,
  cloud varchar(32),
  asked_envelope varchar(32) unique,
  expected_length bigint not null,
  location varchar(256),
  ciphertext varchar(16),
  done_at bigint,
  version bigint not null
);

create sequence audit_finding_seq start with 1 increment by 1;
create table audit_finding (
  id bigint not null primary key,
  check_id varchar(36) not null references audit_check (id),
  what varchar(16) not null,
  subject varchar(64) not null,
  ok boolean not null,
  detail varchar(512) not null,
  party varchar(300) not null
);
create index audit_finding_check on audit_finding (check_id, id);
