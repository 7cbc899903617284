-- Whether the cloud has said, under this epoch of the lease, that its copy of the chain goes no further than the
-- hospital's: after a restore from a backup it does, and nothing may be signed before the missing blocks are here.
-- "question" is what it was asked with last, 16 random bytes.
alter table ledger_lease add column agreed boolean default false not null;
alter table ledger_lease add column question varchar(32);
alter table ledger_lease add column asked_at bigint;
