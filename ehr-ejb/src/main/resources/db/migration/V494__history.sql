-- The hospital: searches of a patient's records for a symptom, for a day. Code and trapdoor are under the hospital's own key; the trapdoor goes when the search is over.
create table history_search (
  id varchar(32) not null primary key,
  hospital varchar(32) not null,
  patient varchar(36) not null,
  -- The patient while it goes on: one at a time.
  running_for varchar(36) unique,
  -- What names the question for which it is; empty where the patient searches for herself.
  question varchar(64),
  protected_code bytea not null,
  protected_trapdoor bytea,
  begun_at bigint not null,
  heard_at bigint not null,
  version bigint not null
);
create index history_search_patient on history_search (patient, begun_at);
create index history_search_begun on history_search (begun_at);

-- What each cloud says to it, as far as it was verified.
create table history_answer (
  id varchar(72) not null primary key,
  search_id varchar(32) not null,
  cloud varchar(32) not null,
  answer_state varchar(16) not null,
  tested bigint not null,
  unreadable bigint not null,
  total bigint not null,
  found bytea not null,
  version bigint not null
);
create index history_answer_search on history_answer (search_id);
