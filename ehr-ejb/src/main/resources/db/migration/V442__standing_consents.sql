-- The hospital that keeps the records: what patients allow before anybody asks, with the grants that they made for it.
create table sharing_rule (
  id varchar(32) not null primary key,
  hospital varchar(32) not null,
  patient varchar(36) not null,
  doctor_pid bytea not null,
  certificate bytea not null,
  doctor_name varchar(256) not null,
  specialty varchar(256) not null,
  asking_hospital varchar(32) not null,
  purpose varchar(16) not null,
  all_records boolean not null,
  not_after bigint not null,
  made_at bigint not null,
  -- Patient, doctor and purpose while the rule stands: one at a time.
  standing_for varchar(160) unique,
  withdrawn_at bigint,
  made_record_id varchar(64) unique,
  made_height bigint,
  withdrawal_record_id varchar(64) unique,
  withdrawal_height bigint,
  version bigint not null
);
create index sharing_rule_patient on sharing_rule (patient, made_at);

create table sharing_standing_grant (
  id varchar(64) not null primary key,
  rule_id varchar(32) not null references sharing_rule (id),
  episode varchar(32) not null,
  grant_body bytea not null,
  patient_signature bytea not null,
  sealed_keys bytea,
  grant_state varchar(8) not null,
  request_id varchar(32),
  made_at bigint not null,
  version bigint not null
);
create index sharing_standing_grant_rule on sharing_standing_grant (rule_id);
create index sharing_standing_grant_episode on sharing_standing_grant (episode, grant_state);

-- Which rule answered a request, at the hospital that keeps the record; that one did, at the doctor's.
alter table sharing_inquiry add column rule_id varchar(32);
create index sharing_inquiry_rule on sharing_inquiry (rule_id);
alter table sharing_request add column allowed_ahead boolean default false not null;
