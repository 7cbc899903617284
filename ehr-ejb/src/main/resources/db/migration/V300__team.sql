-- Episodes, their ordered teams, the parts signed so far, and the turns in doctors' inboxes.
create table team_episode (
  id varchar(32) not null primary key,
  hospital varchar(32) not null,
  cloud varchar(32) not null,
  reference varchar(20) not null,
  patient_account varchar(36) not null,
  patient_id varchar(64) not null,
  patient_pseudonym bytea not null,
  record_key bytea not null,
  sealed_facts bytea not null,
  commitment varchar(64) not null,
  state varchar(24) not null,
  reason varchar(200),
  epoch integer not null,
  step integer not null,
  times_returned integer not null,
  last_signed_at bigint,
  opening_record varchar(64),
  opened_by varchar(36) not null,
  opened_at bigint not null,
  changed_at bigint not null,
  version bigint not null,
  constraint team_episode_reference unique (hospital, reference)
);
create index team_episode_patient on team_episode (patient_account);
create index team_episode_state on team_episode (hospital, state);

create table team_member (
  id varchar(40) not null primary key,
  episode_id varchar(32) not null references team_episode (id),
  place integer not null,
  doctor_account varchar(36) not null,
  doctor_name varchar(200) not null,
  doctor_pseudonym bytea not null,
  warrant bytea,
  warrant_signature bytea,
  sealed_briefing bytea,
  expected_confirmation bytea,
  confirmed_at bigint,
  constraint team_member_place unique (episode_id, place)
);
create index team_member_doctor on team_member (doctor_account);

create table team_part (
  id varchar(40) not null primary key,
  episode_id varchar(32) not null references team_episode (id),
  place integer not null,
  statement bytea not null,
  aggregate bytea not null,
  sealed_text bytea,
  accepted_at bigint not null,
  constraint team_part_place unique (episode_id, place)
);

create table team_turn (
  id varchar(40) not null primary key,
  episode_id varchar(32) not null references team_episode (id),
  step integer not null,
  place integer not null,
  doctor_account varchar(36) not null,
  state varchar(16) not null,
  opened_at bigint not null,
  due_at bigint not null,
  closed_at bigint,
  sealed_reason bytea,
  sealed_draft bytea,
  draft_at bigint,
  version bigint not null,
  constraint team_turn_step unique (episode_id, step)
);
create index team_turn_inbox on team_turn (doctor_account, state);

-- What was refused in an episode and why, for those who look after it. Written while the refusing
-- transaction still locks the episode, so without a foreign key, which would wait for that lock.
create table team_refusal (
  id varchar(36) not null primary key,
  episode_id varchar(32) not null,
  at_time bigint not null,
  kind varchar(40) not null,
  reason varchar(200) not null
);
create index team_refusal_episode on team_refusal (episode_id);
