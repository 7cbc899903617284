-- Finished records on their way to cloud and chain, and what the patient asked to read again.
create table medical_record (
  id varchar(32) not null primary key,
  hospital varchar(32) not null,
  cloud varchar(32) not null,
  reference varchar(20) not null,
  patient_account varchar(36) not null,
  state varchar(16) not null,
  reason varchar(200),
  diagnosis bytea not null,
  diagnosis_id varchar(64) not null,
  stored bytea,
  stored_id varchar(64),
  ciphertext_digest varchar(64) not null,
  ciphertext_length bigint not null,
  location varchar(200),
  sealed_at bigint not null,
  changed_at bigint not null,
  version bigint not null
);
create index medical_record_patient on medical_record (patient_account);
create index medical_record_diagnosis on medical_record (diagnosis_id);
create index medical_record_stored on medical_record (stored_id);

create table record_opening (
  id varchar(36) not null primary key,
  record_id varchar(32) not null references medical_record (id),
  account varchar(36) not null,
  request varchar(32) not null unique,
  outcome varchar(16) not null,
  content bytea,
  asked_at bigint not null
);
