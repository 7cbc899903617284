-- What is locked while times are offered: one for each doctor who was ever offered with.
create table appointment_calendar (
  doctor varchar(36) not null primary key
);
