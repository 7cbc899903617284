-- What V510 protects stays protected, but for one thing: a block may be deleted whose epoch is closed and archived and whose
-- signed header is kept.
create function ledger_block_is_archived() returns trigger language plpgsql as $$
begin
  if not exists (
    select 1 from ledger_archive a
      join ledger_epoch e on (e.holder, e.hospital, e.epoch) = (a.holder, a.hospital, a.epoch)
      join ledger_sealed_block s on (s.holder, s.hospital) = (a.holder, a.hospital)
    where a.holder = old.holder and a.hospital = old.hospital
      and old.height between e.first_height and e.last_height
      and s.height = old.height and s.hash = old.hash)
  then
    raise exception 'EHR-5008 rows of % are final while they are not archived', tg_table_name using errcode = 'restrict_violation';
  end if;
  return old;
end $$;

drop trigger ledger_block_final on ledger_block;
create trigger ledger_block_final before update or truncate on ledger_block
  for each statement execute function ledger_rows_are_final();
create trigger ledger_block_kept before delete on ledger_block
  for each row execute function ledger_block_is_archived();

create trigger ledger_epoch_final before update or delete or truncate on ledger_epoch
  for each statement execute function ledger_rows_are_final();
create trigger ledger_snapshot_final before update or delete or truncate on ledger_snapshot
  for each statement execute function ledger_rows_are_final();
create trigger ledger_archive_final before update or delete or truncate on ledger_archive
  for each statement execute function ledger_rows_are_final();
create trigger ledger_sealed_block_final before update or delete or truncate on ledger_sealed_block
  for each statement execute function ledger_rows_are_final();

do $$
declare
  application record;
begin
  for application in
    select distinct grantee from information_schema.role_table_grants
    where table_schema = current_schema() and table_name = 'ledger_archive'
      and grantee not in (current_user, 'PUBLIC')
  loop
    execute format('grant delete on ledger_block to %I', application.grantee);
    execute format('revoke update, delete, truncate on ledger_epoch, ledger_snapshot, ledger_archive, ledger_sealed_block from %I',
      application.grantee);
  end loop;
end $$;
