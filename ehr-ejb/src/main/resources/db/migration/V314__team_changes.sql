-- A team can change while it works. Members, parts and turns say of which of the episode's teams they
-- are, which is also the epoch of the group key that hides their texts.
update team_episode set epoch = 1 where epoch = 0;
alter table team_member add column epoch integer default 1 not null;
alter table team_member drop constraint team_member_place;
alter table team_member add constraint team_member_place unique (episode_id, epoch, place);
update team_member set id = id || '-1';
alter table team_part add column epoch integer default 1 not null;
alter table team_void_part add column epoch integer default 1 not null;
alter table team_void_part add column voided_in integer default 1 not null;
alter table team_turn add column epoch integer default 1 not null;
alter table team_turn add column former_epoch integer;

-- What was proposed to the patient, and what became of it. Who and from where is for people to read;
-- the team proposed is in team_member, under its epoch.
create table team_change (
  id varchar(32) not null primary key,
  episode_id varchar(32) not null references team_episode (id),
  epoch integer not null,
  place integer not null,
  kept integer not null,
  left_out varchar(200),
  joined varchar(200),
  sealed_reason bytea not null,
  proposed_by varchar(200) not null,
  proposed_at bigint not null,
  state varchar(16) not null,
  changed_at bigint not null,
  record varchar(64),
  version bigint not null
);
create index team_change_episode on team_change (episode_id);
