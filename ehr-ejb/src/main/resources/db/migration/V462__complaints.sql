-- Patients' complaints about who had to do with their records. What is written, and the name of
-- whom it is about, are under the hospital's own key.
create table complaint (
  id varchar(36) not null primary key,
  hospital varchar(32) not null,
  patient varchar(36) not null,
  disclosure varchar(64) not null,
  what varchar(40) not null,
  happened_at bigint not null,
  reference varchar(32) not null,
  protected_who bytea not null,
  protected_text bytea not null,
  filed_at bigint not null,
  outcome varchar(16),
  protected_answer bytea,
  answered_by varchar(36),
  answered_at bigint,
  version bigint not null,
  constraint complaint_once unique (patient, disclosure)
);
create index complaint_filed on complaint (filed_at);
