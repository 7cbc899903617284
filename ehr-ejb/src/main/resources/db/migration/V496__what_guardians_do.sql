-- Whom a notice is about, where that is not its reader: a minor for whom she acts.
alter table account_event add column about varchar(36) references account;

-- Who signed last for what is allowed beforehand: the patient, or a guardian, with whom it ends.
alter table sharing_rule add column signed_by varchar(36) references account;
