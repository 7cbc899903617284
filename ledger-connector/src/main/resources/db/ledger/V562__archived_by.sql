-- Who had the records of an epoch deleted: the application's name of the account.
alter table ledger_archive add column archived_by varchar(64) default '' not null;
