-- An episode can add to the record of a finished one: which, and the record on the chain that the doctors name in what they sign.
alter table team_episode add column appends varchar(32) references team_episode (id);
alter table team_episode add column appends_record varchar(64);
create index team_episode_appends on team_episode (appends);
alter table medical_record add column appends varchar(32);
