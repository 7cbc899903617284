-- Guardians of minors, with start and end. What was seen, and reasons, are under the hospital's key.
create table guardianship (
  id varchar(36) not null primary key,
  hospital varchar(32) not null,
  ward varchar(36) not null,
  guardian varchar(36) not null,
  ground varchar(24) not null,
  protected_ground bytea not null,
  named_by varchar(36) not null,
  named_at bigint not null,
  answer_until bigint not null,
  accepted_at bigint,
  ends_at bigint not null,
  ended_at bigint,
  ended_as varchar(16),
  ended_by varchar(36),
  protected_reason bytea,
  -- Ward and guardian while it waits or is in force: one at a time.
  standing_for varchar(80) unique,
  version bigint not null
);
create index guardianship_ward on guardianship (ward, named_at);
create index guardianship_guardian on guardianship (guardian, named_at);
create index guardianship_open on guardianship (ended_at, ends_at);

-- A minor's keys, wrapped under keys of one guardian's: gone when the guardianship is over.
create table guardian_key (
  id varchar(80) not null primary key,
  for_reading bytea not null,
  for_acts bytea not null,
  ends_at bigint not null
);
