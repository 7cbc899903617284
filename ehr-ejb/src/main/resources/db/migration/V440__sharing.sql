-- The asking hospital: what its doctors asked for, and their readings.
create table sharing_request (
  id varchar(32) not null primary key,
  hospital varchar(32) not null,
  doctor varchar(36) not null,
  asked_hospital varchar(32) not null,
  reference varchar(32) not null,
  purpose varchar(16) not null,
  until_at bigint not null,
  asked_at bigint not null,
  request_state varchar(24) not null,
  reason varchar(64),
  changed_at bigint not null,
  episode varchar(32),
  grant_digest varchar(64) unique,
  not_after bigint,
  evidence bytea,
  version bigint not null
);
create index sharing_request_doctor on sharing_request (doctor, asked_at);

create table sharing_reading (
  id varchar(32) not null primary key,
  request_id varchar(32) not null references sharing_request (id),
  reading_state varchar(16) not null,
  reason varchar(64),
  begun_at bigint not null,
  changed_at bigint not null,
  record_id varchar(64) not null unique,
  ledger_record bytea not null,
  content bytea,
  keep_until bigint,
  version bigint not null
);
create index sharing_reading_request on sharing_reading (request_id, begun_at);

-- The asked hospital: what was asked of its patients, and what they decided.
create table sharing_inquiry (
  id varchar(32) not null primary key,
  hospital varchar(32) not null,
  asking_hospital varchar(32) not null,
  doctor_name varchar(256) not null,
  specialty varchar(256) not null,
  episode varchar(32) not null,
  reference varchar(32) not null,
  patient varchar(36) not null,
  purpose varchar(16) not null,
  until_at bigint not null,
  asked_at bigint not null,
  inquiry_state varchar(16) not null,
  reason varchar(64),
  changed_at bigint not null,
  request_record_id varchar(64) not null unique,
  request_record bytea not null,
  decision_record_id varchar(64) unique,
  decided_at bigint,
  grant_digest varchar(64) unique,
  not_after bigint,
  sealed_keys bytea,
  withdrawal_record_id varchar(64) unique,
  withdrawal_record bytea,
  withdrawn_at bigint,
  version bigint not null
);
create index sharing_inquiry_patient on sharing_inquiry (patient, asked_at);

-- The system manager: grants that wait for a key or have one, withdrawals, and readings served.
create table sharing_case (
  id varchar(64) not null primary key,
  request_id varchar(32) not null unique,
  hospital varchar(32) not null,
  asking_hospital varchar(32) not null,
  episode varchar(32) not null,
  purpose varchar(16) not null,
  not_before bigint not null,
  not_after bigint not null,
  received_at bigint not null,
  case_state varchar(16) not null,
  reason varchar(64),
  changed_at bigint not null,
  decided_by varchar(36),
  decision_record_id varchar(64) unique,
  evidence bytea not null,
  protected_keys bytea,
  version bigint not null
);
create index sharing_case_state on sharing_case (case_state, received_at);

create table sharing_withdrawal (
  id varchar(64) not null primary key,
  hospital varchar(32) not null,
  ledger_record bytea not null,
  received_at bigint not null
);

create table sharing_delivery (
  id varchar(32) not null primary key,
  grant_digest varchar(64) not null,
  asking_hospital varchar(32) not null,
  delivery_state varchar(16) not null,
  reason varchar(64),
  ledger_record bytea not null,
  inclusion bytea,
  fetch_envelope varchar(32) unique,
  refusal_record_id varchar(64) unique,
  received_at bigint not null,
  changed_at bigint not null,
  version bigint not null
);
create index sharing_delivery_grant on sharing_delivery (grant_digest);
