-- Whose record waits: blocks take one of each author in turn, and nobody may have too many waiting.
alter table ledger_pending add column author varchar(128) default '' not null;
create index ledger_pending_author on ledger_pending (hospital, author, received_at, record_id);
