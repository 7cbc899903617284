-- The hospital: what its doctors reported and what they and it appealed against. The text is sealed
-- to the system manager; the reason of the decision is under the hospital's own key.
create table supervision_filing (
  id varchar(32) not null primary key,
  hospital varchar(32) not null,
  kind varchar(16) not null,
  account varchar(36) not null,
  record_id varchar(64) not null unique,
  sealed_text bytea not null,
  filed_at bigint not null,
  filing_state varchar(24) not null,
  outcome varchar(32),
  protected_reason bytea,
  changed_at bigint not null,
  version bigint not null
);
create index supervision_filing_account on supervision_filing (account, filed_at);

-- The system manager: what was laid before it.
create table supervision_case (
  id varchar(32) not null primary key,
  hospital varchar(32) not null,
  kind varchar(16) not null,
  evidence bytea not null,
  protected_text bytea not null,
  received_at bigint not null,
  case_state varchar(16) not null,
  outcome varchar(16),
  protected_reason bytea,
  decided_by varchar(36),
  decision_record_id varchar(64) unique,
  refusal varchar(32),
  changed_at bigint not null,
  version bigint not null
);
create index supervision_case_state on supervision_case (case_state, received_at);
