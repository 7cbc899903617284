-- Two roles: epione_owner owns the tables and makes them at each start; epione is the running application, which adds
-- rows to what is final but cannot change or delete them, whoever has its password.
-- Run as a superuser, with -v password="'...'" -v owner_password="'...'".
create role epione_owner login password :owner_password nosuperuser nocreatedb nocreaterole;
create role epione login password :password nosuperuser nocreatedb nocreaterole;
-- The owner may see for itself what the application may do.
grant epione to epione_owner;
create database epione owner epione_owner encoding 'UTF8' template template0;
revoke all on database epione from public;
grant connect on database epione to epione;
\connect epione
revoke create on schema public from public;
alter schema public owner to epione_owner;
grant usage on schema public to epione;
-- Every table to come; the migrations take back what the application must not do to final rows.
alter default privileges for role epione_owner grant select, insert, update, delete on tables to epione;
alter default privileges for role epione_owner grant usage, select on sequences to epione;
