-- Whom a notice is about, where that is not its reader: a minor for whom she acts.
alter table account_event add column about varchar(36) references account;
