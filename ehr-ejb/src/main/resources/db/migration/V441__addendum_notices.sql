-- The asking hospital: what was added to a record that a doctor was granted, and whether she asked for it.
create table sharing_addendum (
  id varchar(64) not null primary key,
  request_id varchar(32) not null references sharing_request (id),
  reference varchar(32) not null,
  told_at bigint not null,
  follow_up varchar(32),
  version bigint not null
);
create index sharing_addendum_request on sharing_addendum (request_id, told_at);
