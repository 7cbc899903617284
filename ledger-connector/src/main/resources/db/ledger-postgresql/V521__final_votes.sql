-- Votes and proofs stay, as V510 says of blocks.
create trigger ledger_countersignature_final before update or delete or truncate on ledger_countersignature
  for each statement execute function ledger_rows_are_final();
create trigger ledger_alarm_final before update or delete or truncate on ledger_alarm
  for each statement execute function ledger_rows_are_final();

do $$
declare
  application record;
begin
  for application in
    select distinct grantee from information_schema.role_table_grants
    where table_schema = current_schema() and table_name = 'ledger_countersignature'
      and grantee not in (current_user, 'PUBLIC')
  loop
    execute format('revoke update, delete, truncate on ledger_countersignature, ledger_alarm from %I',
      application.grantee);
  end loop;
end $$;
