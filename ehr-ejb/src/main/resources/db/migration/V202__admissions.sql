-- hospitals that asked the system manager to be admitted
create table admission (
  code varchar(32) not null primary key,
  display_name varchar(200) not null,
  administrator_name varchar(200) not null,
  node varchar(32) not null,
  signing_key bytea not null,
  receiving_key bytea not null,
  application varchar(32) not null,
  state varchar(16) not null,
  refusal varchar(200) not null,
  applied bigint not null,
  decided bigint,
  version bigint not null
);

-- people who work for a party
create table staff_member (
  id varchar(36) not null primary key,
  party varchar(32) not null,
  role_name varchar(32) not null,
  account varchar(36) not null unique,
  display_name varchar(200) not null,
  specialty varchar(120) not null,
  invited bigint not null,
  version bigint not null
);
create index staff_member_party on staff_member (party, role_name);

-- the doctors among them, as they are certified
create table doctor (
  staff_member varchar(36) not null primary key references staff_member,
  pid varchar(256) not null unique,
  certificate bytea not null,
  record_id varchar(64) not null unique,
  state varchar(16) not null,
  refusal varchar(40) not null,
  version bigint not null
);
