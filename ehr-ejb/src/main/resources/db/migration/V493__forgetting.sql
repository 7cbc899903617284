-- Patients who are to be forgotten, or were. What people wrote is under the hospital's own key; a row
-- names nobody.
create table forgetting_case (
  id varchar(32) not null primary key,
  hospital varchar(32) not null,
  account varchar(36) not null,
  -- The account while it goes on: one at a time.
  waits_for varchar(36) unique,
  case_state varchar(16) not null,
  by_patient boolean not null,
  started_by varchar(36) not null,
  protected_reason bytea,
  asked_at bigint not null,
  earliest bigint not null,
  examined_by varchar(36),
  examined_at bigint,
  protected_finding bytea,
  decided_by varchar(36),
  decided_at bigint,
  protected_answer bytea,
  order_digest varchar(64),
  receipt bytea,
  certificate bytea,
  ended_at bigint,
  version bigint not null
);
create index forgetting_case_hospital on forgetting_case (hospital, asked_at);
create index forgetting_case_account on forgetting_case (account);
create index forgetting_case_state on forgetting_case (case_state);

-- What was destroyed, step by step: a row for each step that is done.
create table forgetting_step (
  id varchar(64) not null primary key,
  case_id varchar(32) not null references forgetting_case (id),
  what varchar(24) not null,
  entries integer not null,
  done_at bigint not null
);
create index forgetting_step_case on forgetting_step (case_id);

-- Data that has to be kept whatever the patient wants, for example for a court.
create table legal_hold (
  id varchar(32) not null primary key,
  hospital varchar(32) not null,
  account varchar(36) not null,
  protected_reason bytea not null,
  set_by varchar(36) not null,
  set_at bigint not null,
  until_at bigint not null,
  lifted_by varchar(36),
  lifted_at bigint,
  version bigint not null
);
create index legal_hold_account on legal_hold (account, until_at);
create index legal_hold_hospital on legal_hold (hospital, set_at);

-- What the system manager said that it destroyed for a hospital.
create table forgetting_order (
  id varchar(72) not null primary key,
  order_digest varchar(64) not null,
  receipt bytea not null,
  received_at bigint not null
);

-- Of whom a party has forgotten it takes nothing more: party, hospital, and account or episode.
create table forgotten (
  id varchar(110) not null primary key,
  forgotten_at bigint not null
);

alter table team_episode add column forgotten_at bigint;
