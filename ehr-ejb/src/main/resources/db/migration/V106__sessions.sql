-- Where people are signed in, so that they can look and end it from anywhere. The server that has
-- the session looks here again and again; a row that is gone ends it. Address and browser are
-- sealed under the party's key.
create table account_session (
  id varchar(64) not null primary key,
  account varchar(36) not null references account,
  begun bigint not null,
  last_used bigint not null,
  sealed_origin bytea not null
);
create index account_session_account on account_session (account, begun);
create index account_session_used on account_session (last_used);
