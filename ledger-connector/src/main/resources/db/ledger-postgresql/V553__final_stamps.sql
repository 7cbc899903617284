-- Time stamps are only ever added, like what V510 protects.
create trigger ledger_stamp_final before update or delete or truncate on ledger_stamp
  for each statement execute function ledger_rows_are_final();

do $$
declare
  application record;
begin
  for application in
    select distinct grantee from information_schema.role_table_grants
    where table_schema = current_schema() and table_name = 'ledger_stamp'
      and grantee not in (current_user, 'PUBLIC')
  loop
    execute format('revoke update, delete, truncate on ledger_stamp from %I', application.grantee);
  end loop;
end $$;
