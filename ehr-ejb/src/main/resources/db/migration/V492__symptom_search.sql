-- The cloud: what is needed to test a record for a symptom, so that a search reads no ciphertexts. Empty where it was stored before; then it is filled when it is first needed.
alter table cloud_object add column header bytea;
create index cloud_object_hospital on cloud_object (cloud, hospital, id);

-- The cloud: a search that goes on, portion by portion. The trapdoor is under the cloud's own key; the row goes when all is tested.
create table cloud_search (
  id varchar(100) not null primary key,
  cloud varchar(32) not null,
  hospital varchar(32) not null,
  search_id varchar(32) not null,
  protected_trapdoor bytea not null,
  portion integer not null,
  last_object varchar(100) not null,
  tested bigint not null,
  unreadable bigint not null,
  total bigint not null,
  found bytea not null,
  begun_at bigint not null,
  version bigint not null
);
create index cloud_search_hospital on cloud_search (cloud, hospital, begun_at);
