-- Conversations that patients reported to their hospital, as they were then, under the hospital's key.
create table matching_report (
  id varchar(36) not null primary key,
  exchange_id varchar(36) not null unique references matching_exchange (id),
  account varchar(36) not null,
  hospital varchar(32) not null,
  peer varchar(256) not null,
  peer_hospital varchar(32) not null,
  protected_reason bytea not null,
  protected_conversation bytea not null,
  reported_at bigint not null,
  closed_at bigint,
  closed_by varchar(36),
  protected_note bytea,
  version bigint not null
);
create index matching_report_hospital on matching_report (hospital, reported_at);
