-- Every decision on access to patients' data, permit and deny alike.
create sequence audit_event_seq start with 1 increment by 1;
create table audit_event (
  id bigint not null primary key,
  occurred bigint not null,
  account varchar(36) not null,
  role_name varchar(32) not null,
  caller_party varchar(32) not null,
  act varchar(40) not null,
  subject_kind varchar(16) not null,
  subject_id varchar(64) not null,
  subject_party varchar(32) not null,
  decision varchar(8) not null
);
create index audit_event_subject on audit_event (subject_kind, subject_id);
create index audit_event_account on audit_event (account);
