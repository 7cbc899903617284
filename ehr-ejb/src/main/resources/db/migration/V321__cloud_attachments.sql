-- Sealed attachments that a cloud hosted here takes in piece by piece and keeps; the bytes themselves are files.
create table cloud_attachment (
  id varchar(150) not null primary key,
  cloud varchar(32) not null,
  hospital varchar(32) not null,
  episode varchar(32) not null,
  digest varchar(64) not null,
  content_length bigint not null,
  kept bigint not null,
  location varchar(200),
  changed_at bigint not null,
  version bigint not null
);
create index cloud_attachment_episode on cloud_attachment (cloud, episode);
