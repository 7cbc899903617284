-- The hospital's share of each person's key, sealed to the hospital, and what it belongs to.
create table recovery_hospital_share (
  account varchar(36) not null primary key,
  epoch bigint not null,
  terms bytea not null,
  sealed_share bytea not null,
  made bigint not null,
  version bigint not null
);

-- The system manager's shares, by hospital and account, sealed to the system manager.
create table recovery_second_share (
  id varchar(72) not null primary key,
  epoch bigint not null,
  terms bytea not null,
  sealed_share bytea not null,
  received bigint not null,
  version bigint not null
);

-- Lost passwords at the hospital. Rows without an account are of names that nobody has. The key of a
-- recovery is under the code that was handed out; of the code there is a keyed fingerprint only.
create table recovery_request (
  id varchar(32) not null primary key,
  subject varchar(80) not null,
  account varchar(36),
  party varchar(32),
  role_name varchar(32),
  request_state varchar(16) not null,
  asked bigint not null,
  expires bigint not null,
  changed bigint not null,
  decided_by varchar(36),
  protected_reason bytea,
  protected_answer bytea,
  fingerprint varchar(64) unique,
  recovery_public bytea,
  protected_secret bytea,
  released_share bytea,
  version bigint not null
);
create index recovery_request_subject on recovery_request (subject, request_state);
create index recovery_request_account on recovery_request (account, request_state);
create index recovery_request_party on recovery_request (party, asked);
create index recovery_request_expires on recovery_request (request_state, expires);

-- The same at the system manager: who approved, who released, and why.
create table recovery_case (
  id varchar(32) not null primary key,
  hospital varchar(32) not null,
  account varchar(36) not null,
  role_name varchar(32) not null,
  epoch bigint not null,
  approver varchar(36) not null,
  recovery_public bytea not null,
  protected_text bytea not null,
  approved bigint not null,
  expires bigint not null,
  case_state varchar(16) not null,
  officer varchar(36),
  protected_answer bytea,
  decided bigint,
  ended bigint,
  version bigint not null
);
create index recovery_case_state on recovery_case (case_state, approved);
