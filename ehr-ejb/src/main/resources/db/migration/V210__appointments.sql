-- What hospitals keep in place of patients' appointment passwords, under the hospital's own key. The card number stands
-- as a keyed fingerprint.
create table appointment_verifier (
  patient varchar(36) not null primary key,
  hospital varchar(32) not null,
  number_fingerprint varchar(64) not null,
  protected_verifier bytea not null,
  set_at bigint not null,
  version bigint not null,
  constraint appointment_verifier_number unique (hospital, number_fingerprint)
);

-- Times that a hospital offers. While one is offered, its doctor has no other that begins then.
create table appointment_slot (
  id varchar(36) not null primary key,
  hospital varchar(32) not null,
  doctor varchar(36) not null,
  starts_at bigint not null,
  ends_at bigint not null,
  place varchar(120) not null,
  offered_by varchar(36) not null,
  offered_at bigint not null,
  offered_key varchar(64) unique,
  appointment varchar(36) unique,
  version bigint not null
);
create index appointment_slot_time on appointment_slot (hospital, starts_at);
create index appointment_slot_doctor on appointment_slot (doctor, starts_at);

-- What patients booked. Why they come, and why a hospital cancelled, are under the hospital's own key.
create table appointment (
  id varchar(36) not null primary key,
  hospital varchar(32) not null,
  slot varchar(36) not null references appointment_slot (id),
  patient varchar(36) not null,
  account varchar(36) not null,
  state varchar(16) not null,
  protected_reason bytea not null,
  booked_at bigint not null,
  changed_at bigint not null,
  protected_note bytea,
  version bigint not null
);
create index appointment_patient on appointment (patient);
create index appointment_account on appointment (account);
create index appointment_of_slot on appointment (slot);
