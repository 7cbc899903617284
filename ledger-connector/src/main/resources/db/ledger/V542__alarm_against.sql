-- Whether the hospital signed both: not where the cloud alone signed two histories.
alter table ledger_alarm add column by_hospital smallint default 1 not null;
