-- Audits whose result is a signed report; each is made of checks.
create table audit_report (
  id varchar(36) not null primary key,
  auditor varchar(36) not null,
  hospital varchar(32) not null,
  kind varchar(16) not null,
  period_from bigint,
  period_until bigint,
  begun_at bigint not null,
  state varchar(16) not null,
  ended_at bigint,
  sound boolean not null,
  version bigint not null
);
create index audit_report_auditor on audit_report (auditor, begun_at);
create index audit_report_state on audit_report (state, begun_at);

create table audit_report_subject (
  report_id varchar(36) not null references audit_report (id),
  place integer not null,
  subject varchar(256) not null,
  primary key (report_id, place)
);

-- The signed file, in parts, since a column is not that long everywhere.
create table audit_report_part (
  id varchar(48) not null primary key,
  report_id varchar(36) not null references audit_report (id),
  place integer not null,
  content bytea not null
);

-- A check is of an episode, of one record, or, with neither, of the chain as a whole.
alter table audit_check alter column episode drop not null;
alter table audit_check add column record_id varchar(64);
alter table audit_check add column report_id varchar(36) references audit_report (id);
alter table audit_check add column place integer default 0 not null;
alter table audit_check add column asked_at bigint;
create index audit_check_report on audit_check (report_id, place);

alter table audit_finding add column record_id varchar(64);
