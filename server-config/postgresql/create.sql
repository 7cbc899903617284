-- A role that owns exactly its own database. Run as a superuser, with -v password="'...'".
create role epione login password :password nosuperuser nocreatedb nocreaterole;
create database epione owner epione encoding 'UTF8' template template0;
revoke all on database epione from public;
\connect epione
revoke create on schema public from public;
alter schema public owner to epione;
