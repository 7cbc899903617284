-- A patient can withdraw a doctor's warrant; what the chain is told of it.
alter table team_member add column withdrawn_at bigint;
alter table team_member add column withdrawal_record varchar(64);
