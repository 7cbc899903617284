-- every HL7 message as received, before it was understood
create table hl7_message (
  id varchar(36) not null primary key,
  transport_id varchar(255) unique,
  received bigint not null,
  reply_to varchar(255) not null,
  correlation varchar(255) not null,
  as_text boolean not null,
  size_in_bytes bigint not null,
  digest varchar(64) not null,
  content bytea not null,
  state varchar(16) not null,
  sender_application varchar(200) not null,
  sender_facility varchar(200) not null,
  control_id varchar(200) not null,
  message_event varchar(20) not null,
  hospital varchar(32) not null,
  fault varchar(8) not null,
  settled bigint
);
create index hl7_message_state on hl7_message (hospital, state, received);

-- the one message that each sender's control id stands for, with what was answered
create table hl7_control_id (
  sender varchar(64) not null primary key,
  message varchar(36) not null,
  digest varchar(64) not null,
  accept_answer bytea,
  application_answer bytea
);
