-- That the system manager destroyed its key of a grant that was withdrawn, as it signed it.
alter table sharing_inquiry add column destruction_receipt bytea;
alter table sharing_inquiry add column key_destroyed_at bigint;
