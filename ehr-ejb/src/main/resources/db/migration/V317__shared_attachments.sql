-- At the system manager: for which reading a cloud was asked for a piece of an attachment.
create table sharing_piece (
  envelope varchar(32) not null primary key,
  reading varchar(32) not null,
  asked_at bigint not null
);
