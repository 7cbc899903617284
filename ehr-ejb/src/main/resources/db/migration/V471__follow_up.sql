-- The episode in which a treatment goes on that lost a doctor to expulsion.
alter table team_episode add column followed_by varchar(32);
