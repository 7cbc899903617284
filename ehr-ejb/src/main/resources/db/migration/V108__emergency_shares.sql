-- What hospital and system manager hold of the keys of patients' records, for emergencies: each party
-- its own rows, sealed to it. A row without a share says that the patient has refused since then.
create table emergency_share (
  id varchar(110) not null primary key,
  epoch bigint not null,
  terms bytea,
  sealed_share bytea,
  changed bigint not null,
  version bigint not null
);

-- Patients who refuse emergency access, or did once.
create table emergency_choice (
  account varchar(36) not null primary key,
  refused boolean not null,
  changed bigint not null,
  second_destroyed bigint,
  version bigint not null
);
