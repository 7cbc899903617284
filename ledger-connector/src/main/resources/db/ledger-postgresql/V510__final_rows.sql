-- What is final stays: rows of these tables are only ever added, checkpoints gain cosignatures, tiles gain hashes.
create function ledger_rows_are_final() returns trigger language plpgsql as $$
begin
  raise exception 'EHR-5008 rows of % are final', tg_table_name using errcode = 'restrict_violation';
end $$;

create function ledger_checkpoint_keeps_its_head() returns trigger language plpgsql as $$
declare
  signed_text bytea := substring(old.note from 1 for position('\x0a0a'::bytea in old.note));
begin
  if (new.hospital, new.tree_size) is distinct from (old.hospital, old.tree_size)
      or substring(new.note from 1 for length(signed_text) + 1) is distinct from signed_text || '\x0a'::bytea then
    raise exception 'EHR-5008 the head of a checkpoint is final' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

create function ledger_tile_only_grows() returns trigger language plpgsql as $$
begin
  if (new.hospital, new.tile_level, new.tile_number) is distinct from (old.hospital, old.tile_level, old.tile_number)
      or substring(new.hashes from 1 for length(old.hashes)) is distinct from old.hashes then
    raise exception 'EHR-5008 hashes of a tile are final' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

create trigger ledger_block_final before update or delete or truncate on ledger_block
  for each statement execute function ledger_rows_are_final();
create trigger ledger_record_final before update or delete or truncate on ledger_record
  for each statement execute function ledger_rows_are_final();
create trigger ledger_equivocation_final before update or delete or truncate on ledger_equivocation
  for each statement execute function ledger_rows_are_final();
create trigger ledger_checkpoint_stays before delete or truncate on ledger_checkpoint
  for each statement execute function ledger_rows_are_final();
create trigger ledger_checkpoint_final before update on ledger_checkpoint
  for each row execute function ledger_checkpoint_keeps_its_head();
create trigger ledger_tile_stays before delete or truncate on ledger_tile
  for each statement execute function ledger_rows_are_final();
create trigger ledger_tile_final before update on ledger_tile
  for each row execute function ledger_tile_only_grows();

-- Where the running application is another role than the one that migrates (server-config/postgresql), it has been
-- given this table like all others; it keeps what it needs.
do $$
declare
  application record;
begin
  for application in
    select distinct grantee from information_schema.role_table_grants
    where table_schema = current_schema() and table_name = 'ledger_block'
      and grantee not in (current_user, 'PUBLIC')
  loop
    execute format('revoke update, delete, truncate on ledger_block, ledger_record, ledger_equivocation from %I',
      application.grantee);
    execute format('revoke delete, truncate on ledger_checkpoint, ledger_tile from %I', application.grantee);
  end loop;
end $$;
