-- Drafts are sealed to the doctor who writes, no longer under the group key, and have a version: an
-- older window does not overwrite what a newer one kept. A draft from before, and a part that came
-- back, are under the group key: the text to start from.
alter table team_turn add column draft_version integer default 0 not null;
alter table team_turn add column sealed_former bytea;
update team_turn set sealed_former = sealed_draft, sealed_draft = null, draft_at = null
  where sealed_draft is not null;
