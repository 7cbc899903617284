-- Files that doctors attach: uploads slice by slice, and sealed streams that were fetched to be read. The bytes are files.
create table attachment_upload (
  id varchar(32) not null primary key,
  episode_id varchar(32) not null references team_episode (id),
  doctor_account varchar(36) not null,
  attachment_number integer not null,
  content_size bigint not null,
  received bigint not null,
  state varchar(16) not null,
  sealed bytea not null,
  slice_tags bytea not null,
  ciphertext_digest varchar(64),
  changed_at bigint not null,
  version bigint not null,
  unique (episode_id, attachment_number)
);
create index attachment_upload_digest on attachment_upload (ciphertext_digest);

create table attachment_fetched (
  id varchar(150) not null primary key,
  digest varchar(64) not null,
  content_length bigint not null,
  received bigint not null,
  complete boolean not null,
  fault varchar(64),
  asked_at bigint not null,
  used_at bigint not null,
  version bigint not null
);

-- Sealed streams of a finished record on their way to the cloud, and the record's ciphertext, which follows them.
create table record_attachment (
  id varchar(100) not null primary key,
  record_id varchar(32) not null references medical_record (id),
  position integer not null,
  digest varchar(64) not null,
  content_length bigint not null,
  stored bigint not null
);
create index record_attachment_record on record_attachment (record_id);
alter table medical_record add column held_ciphertext bytea;
