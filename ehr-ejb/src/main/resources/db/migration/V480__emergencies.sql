-- Emergencies at the hospital. The key is of this one emergency, and gone once it was used.
create table emergency (
  id varchar(32) not null primary key,
  hospital varchar(32) not null,
  patient varchar(36) not null,
  asker varchar(36) not null,
  reason varchar(32) not null,
  protected_reason bytea not null,
  epoch bigint not null,
  emergency_state varchar(24) not null,
  -- Asker and patient while it waits: one at a time.
  waits_for varchar(80) unique,
  asked bigint not null,
  expires bigint not null,
  changed bigint not null,
  confirmer varchar(36),
  confirmed bigint,
  key_public bytea,
  key_secret bytea,
  protected_answer bytea,
  opened bigint,
  open_until bigint,
  reviewer varchar(36),
  reviewed bigint,
  justified boolean,
  protected_finding bytea,
  version bigint not null
);
create index emergency_hospital on emergency (hospital, asked);
create index emergency_asker on emergency (asker, asked);
create index emergency_patient on emergency (patient, asked);
create index emergency_state on emergency (emergency_state, expires);

-- Each record that an emergency opens: the doctor's signed request, and what answers it until it does.
create table emergency_record (
  id varchar(32) not null primary key,
  emergency varchar(32) not null,
  episode varchar(32) not null,
  reference varchar(32) not null,
  request bytea,
  not_after bigint not null,
  grant_bytes bytea,
  sealed_keys bytea,
  finding_salt bytea,
  version bigint not null
);
create index emergency_record_emergency on emergency_record (emergency);

-- The same at the system manager: who asked, who confirmed, who released, why, and what was found.
create table emergency_case (
  id varchar(32) not null primary key,
  hospital varchar(32) not null,
  account varchar(36) not null,
  epoch bigint not null,
  asker varchar(36) not null,
  confirmer varchar(36) not null,
  doctor bytea not null,
  receiving_key bytea not null,
  key_public bytea not null,
  reason varchar(32) not null,
  protected_text bytea not null,
  protected_confirmer bytea not null,
  asked bigint not null,
  expires bigint not null,
  case_state varchar(16) not null,
  officer varchar(36),
  protected_answer bytea,
  decided bigint,
  open_until bigint,
  justified boolean,
  protected_finding bytea,
  reviewed bigint,
  version bigint not null
);
create index emergency_case_state on emergency_case (case_state, asked);
create index emergency_case_hospital on emergency_case (hospital, case_state);

-- What was granted in an emergency, not by the patient.
alter table sharing_inquiry add column emergency_id varchar(32);
alter table sharing_case add column emergency_id varchar(32);
create index sharing_case_emergency on sharing_case (emergency_id);
