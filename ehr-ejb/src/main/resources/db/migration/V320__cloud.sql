-- What a cloud hosted here stores; the bytes themselves are files.
create table cloud_object (
  id varchar(100) not null primary key,
  cloud varchar(32) not null,
  digest varchar(64) not null,
  content_length bigint not null,
  location varchar(200) not null,
  episode varchar(32) not null,
  hospital varchar(32) not null,
  diagnosis_id varchar(64) not null,
  receipt bytea not null,
  stored_at bigint not null
);
create index cloud_object_digest on cloud_object (cloud, digest);
