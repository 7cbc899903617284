-- The hospital that keeps the records: that a doctor asks a patient for further records, along with those that the doctor can name.
create table sharing_further (
  id varchar(104) not null primary key,
  bundle_id varchar(64) not null,
  patient varchar(36) not null,
  symptom_code varchar(32) not null,
  answered_at bigint,
  version bigint not null
);

-- The doctor's hospital: what patients offer in answer, and whether the doctor asked for it.
create table sharing_offer (
  id varchar(96) not null primary key,
  bundle_id varchar(64) not null,
  reference varchar(32) not null,
  told_at bigint not null,
  follow_up varchar(32),
  version bigint not null
);
create index sharing_offer_bundle on sharing_offer (bundle_id);
