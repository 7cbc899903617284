-- A place of a team may be held by a doctor of another hospital, whose turn is at her own hospital.
alter table team_member add column home varchar(32);
alter table team_member add column gave_up_at bigint;
-- When a turn of hers was sent there.
alter table team_turn add column sent_at bigint;

-- At the hospital that asks for an opinion: whom, what, and what became of it.
create table opinion_request (
  id varchar(32) not null primary key,
  episode_id varchar(32) not null references team_episode (id),
  asked varchar(32) not null,
  doctor_name varchar(200) not null,
  specialty varchar(200) not null,
  sealed_question bytea,
  asked_by varchar(200) not null,
  asked_at bigint not null,
  state varchar(16) not null,
  changed_at bigint not null,
  doctor_pseudonym bytea,
  record varchar(64),
  reason varchar(64),
  version bigint not null
);
create index opinion_request_episode on opinion_request (episode_id);

-- The same at the hospital that is asked.
create table opinion_case (
  id varchar(32) not null primary key,
  hospital varchar(32) not null,
  asking varchar(32) not null,
  episode varchar(32) not null,
  reference varchar(32) not null,
  doctor_name varchar(200) not null,
  sealed_question bytea,
  doctor_account varchar(36),
  received_at bigint not null,
  state varchar(16) not null,
  changed_at bigint not null,
  version bigint not null
);
create index opinion_case_hospital on opinion_case (hospital, state);
create index opinion_case_doctor on opinion_case (doctor_account, state);

-- A turn that the other hospital sent. The message is sealed to its doctor, and goes with the turn.
create table opinion_turn (
  id varchar(40) not null primary key,
  case_id varchar(32) not null references opinion_case (id),
  step integer not null,
  message bytea,
  sealed_draft bytea,
  state varchar(16) not null,
  refusal varchar(32),
  opened_at bigint not null,
  due_at bigint not null,
  changed_at bigint not null,
  version bigint not null
);
create index opinion_turn_case on opinion_turn (case_id, state);
