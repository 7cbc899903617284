create table patient (
  id varchar(36) not null primary key,
  hospital varchar(32) not null,
  account varchar(36) not null unique,
  number_authority varchar(80) not null,
  number_text varchar(80) not null,
  family_name varchar(120) not null,
  given_name varchar(120) not null,
  search_name varchar(260) not null,
  birth_date varchar(10) not null,
  sex varchar(8) not null,
  street varchar(120) not null,
  city varchar(120) not null,
  state_name varchar(120) not null,
  postal_code varchar(120) not null,
  country varchar(120) not null,
  phone varchar(40) not null,
  registered bigint not null,
  changed bigint not null,
  version bigint not null,
  constraint patient_number unique (hospital, number_authority, number_text)
);
create index patient_search on patient (hospital, search_name);
create index patient_birth on patient (hospital, birth_date);
create index patient_changed on patient (hospital, changed);

-- the last patient number that a hospital gave out itself
create table patient_numbering (
  hospital varchar(32) not null primary key,
  last_number bigint not null
);
