-- Outgoing messages; removed once the broker has them.
create sequence outbox_message_seq start with 1 increment by 1;
create table outbox_message (
  id bigint not null primary key,
  destination varchar(128) not null,
  kind varchar(8) not null,
  body bytea not null,
  properties varchar(4000) not null,
  group_name varchar(128),
  written bigint not null,
  not_before bigint not null,
  attempts integer not null
);

-- Which server instance relays, until when it has promised to. One row.
create table outbox_lease (
  id integer not null primary key,
  holder varchar(64),
  held_until bigint not null
);
insert into outbox_lease (id, holder, held_until) values (1, null, 0);
