-- The height up to which a hospital is known to have blocks, where that is more than the cloud's copy has, as after a
-- restore of the cloud from a backup: until the copy reaches it, nothing is cosigned. -1 if nothing is known.
alter table ledger_chain add column known_height bigint default -1 not null;
