-- Checkpoints anchored in an Ethereum-compatible network: one row for each checkpoint and network, written in the transaction that
-- keeps its first signed transaction and before that is sent. account: the sender, as 0x and 40 hexadecimal digits. nonce: which of
-- the sender's transactions it is; whatever replaces it has the same, so that the network takes one of them. state: SIGNED, SENT
-- (a node took it), INCLUDED (in a block), CONFIRMED (deep enough). block_*: where it was seen last.
create table ledger_anchor (
  hospital varchar(32) not null,
  tree_size bigint not null,
  chain_id bigint not null,
  network varchar(64) not null,
  account varchar(42) not null,
  nonce bigint not null,
  state varchar(16) not null,
  signed_at bigint not null,
  hash varchar(66) not null,
  block_number bigint,
  block_hash varchar(66),
  confirmations bigint default 0 not null,
  confirmed_at bigint default 0 not null,
  checked_at bigint default 0 not null,
  constraint ledger_anchor_pk primary key (hospital, tree_size, chain_id),
  constraint ledger_anchor_nonce unique (chain_id, account, nonce)
);

-- Every transaction ever signed for an anchor, oldest first by version: what is sent again are these bytes and no others.
create table ledger_anchor_transaction (
  hospital varchar(32) not null,
  tree_size bigint not null,
  chain_id bigint not null,
  version integer not null,
  hash varchar(66) not null,
  raw bytea not null,
  signed_at bigint not null,
  constraint ledger_anchor_transaction_pk primary key (hospital, tree_size, chain_id, version),
  constraint ledger_anchor_transaction_hash unique (hash)
);

-- How the node answered last. attempts: tries in vain since it did what was asked of it; problem: why, for people.
create table ledger_anchoring (
  hospital varchar(32) not null,
  attempts integer not null,
  tried_at bigint not null,
  problem varchar(200),
  constraint ledger_anchoring_pk primary key (hospital)
);
