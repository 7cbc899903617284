-- Doctors have appointment passwords, too: the holder is a patient's registration or a doctor's account.
alter table appointment_verifier rename column patient to holder;
alter table appointment_verifier add column kind varchar(8) default 'PATIENT' not null;
alter table appointment_verifier alter column kind drop default;
