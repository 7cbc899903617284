-- Time stamps (RFC 3161) on heads of logs, as the authority answered: verified before they are kept. stamped_at: by the authority's
-- clock; kept_at: by this server's.
create table ledger_stamp (
  hospital varchar(32) not null,
  tree_size bigint not null,
  stamped_at bigint not null,
  kept_at bigint not null,
  response bytea not null,
  constraint ledger_stamp_pk primary key (hospital, tree_size)
);

-- How servers that are not ours answered last, each for itself. service: ANCHOR, STAMP.
alter table ledger_anchoring rename to ledger_standing;
alter table ledger_standing add column service varchar(16) default 'ANCHOR' not null;
alter table ledger_standing drop constraint ledger_anchoring_pk;
alter table ledger_standing add constraint ledger_standing_pk primary key (hospital, service);
