-- Parts whose signature a return for correction made void: who signed when, and the text to start from.
create table team_void_part (
  id varchar(48) not null primary key,
  episode_id varchar(32) not null references team_episode (id),
  place integer not null,
  step integer not null,
  returned_by integer not null,
  statement bytea not null,
  sealed_text bytea,
  voided_at bigint not null
);
create index team_void_part_episode on team_void_part (episode_id);
