-- Signing keys of people who change theirs, besides the current one: public keys with their proofs of
-- possession. What is wrapped and neither current nor here is destroyed when the keys are opened next.
alter table person_key add column signing_kept bytea;
