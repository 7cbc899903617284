package org.epione.ledger.connector.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.epione.crypto.codec.ByteString;

/** Anchored checkpoints, and the transactions that were signed for them; the chain is locked. */
public final class AnchorTable {

  private static final String SELECT =
      "select hospital, tree_size, chain_id, network, account, nonce, state, signed_at, hash,"
          + " block_number, block_hash, confirmations, confirmed_at, checked_at"
          + " from ledger_anchor where ";

  private static final String KEY = " where hospital = ? and tree_size = ? and chain_id = ?";

  private final Database database;

  AnchorTable(Database database) {
    this.database = database;
  }

  /** Adds an anchor with its first transaction. */
  public void add(AnchorRow row, ByteString raw) {
    database.update(
        "insert into ledger_anchor (hospital, tree_size, chain_id, network, account, nonce, state,"
            + " signed_at, hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        row.hospital(),
        row.size(),
        row.chainId(),
        row.network(),
        row.account(),
        row.nonce(),
        AnchorState.SIGNED.name(),
        row.signed().toEpochMilli(),
        row.hash());
    add(row, new AnchorTransactionRow(1, row.hash(), raw, row.signed()));
  }

  /** A newer transaction stands for the anchor from now on, with the row's account and nonce. */
  public void replaced(AnchorRow row, AnchorTransactionRow transaction) {
    database.update(
        "update ledger_anchor set account = ?, nonce = ?, hash = ?, state = ?, block_number = null,"
            + " block_hash = null, confirmations = 0, confirmed_at = 0"
            + KEY,
        row.account(),
        row.nonce(),
        transaction.hash(),
        AnchorState.SIGNED.name(),
        row.hospital(),
        row.size(),
        row.chainId());
    add(row, transaction);
  }

  private void add(AnchorRow row, AnchorTransactionRow transaction) {
    database.update(
        "insert into ledger_anchor_transaction (hospital, tree_size, chain_id, version, hash, raw,"
            + " signed_at) values (?, ?, ?, ?, ?, ?, ?)",
        row.hospital(),
        row.size(),
        row.chainId(),
        transaction.version(),
        transaction.hash(),
        transaction.raw().bytes(),
        transaction.signed().toEpochMilli());
  }

  /** One of them. */
  public Optional<AnchorRow> find(String hospital, long size, long chainId) {
    return database.first(
        SELECT + "hospital = ? and tree_size = ? and chain_id = ?",
        AnchorTable::row,
        hospital,
        size,
        chainId);
  }

  /** Those of a log that are not settled, smallest first. */
  public List<AnchorRow> open(String hospital, long chainId) {
    return database.list(
        SELECT + "hospital = ? and chain_id = ? and state <> 'CONFIRMED' order by tree_size",
        AnchorTable::row,
        hospital,
        chainId);
  }

  /**
   * Those of a log that are settled and to be looked at again: when twice the time has passed since
   * they settled, and not before {@code pause}.
   */
  public List<AnchorRow> toCheck(String hospital, long chainId, Instant now, long pause, int most) {
    return database.list(
        SELECT
            + "hospital = ? and chain_id = ? and state = 'CONFIRMED' and checked_at + ? <= ?"
            + " and 2 * checked_at - confirmed_at <= ? order by checked_at limit "
            + most,
        AnchorTable::row,
        hospital,
        chainId,
        pause,
        now.toEpochMilli(),
        now.toEpochMilli());
  }

  /** The largest heads of a log that are anchored or about to be, in any network. */
  public List<AnchorRow> newest(String hospital, int most) {
    return database.list(
        SELECT + "hospital = ? order by tree_size desc, chain_id limit " + most,
        AnchorTable::row,
        hospital);
  }

  /** The largest head of a log that is anchored in this network or about to be. */
  public Optional<AnchorRow> newest(String hospital, long chainId) {
    return database.first(
        SELECT + "hospital = ? and chain_id = ? order by tree_size desc limit 1",
        AnchorTable::row,
        hospital,
        chainId);
  }

  /** The highest nonce of the account's anchors that are not settled. */
  public OptionalLong highestOpenNonce(long chainId, String account) {
    return database
        .first(
            "select max(nonce), count(*) from ledger_anchor where chain_id = ? and account = ?"
                + " and state <> 'CONFIRMED'",
            result ->
                result.getLong(2) == 0 ? OptionalLong.empty() : OptionalLong.of(result.getLong(1)),
            chainId,
            account)
        .orElseThrow();
  }

  /**
   * Has all settled anchors of the account with this nonce or a higher one looked at again.
   *
   * @return how many
   */
  public int doubt(long chainId, String account, long nonce) {
    return database.update(
        "update ledger_anchor set state = 'INCLUDED', confirmed_at = 0 where chain_id = ?"
            + " and account = ? and nonce >= ? and state = 'CONFIRMED'",
        chainId,
        account,
        nonce);
  }

  /** All transactions signed for an anchor, newest first. */
  public List<AnchorTransactionRow> transactions(AnchorRow row) {
    return database.list(
        "select version, hash, raw, signed_at from ledger_anchor_transaction"
            + KEY
            + " order by version desc",
        result ->
            new AnchorTransactionRow(
                result.getInt(1),
                result.getString(2),
                ByteString.of(result.getBytes(3)),
                Instant.ofEpochMilli(result.getLong(4))),
        row.hospital(),
        row.size(),
        row.chainId());
  }

  /** A node took its newest transaction. */
  public void sent(AnchorRow row) {
    database.update(
        "update ledger_anchor set state = 'SENT'" + KEY + " and state = 'SIGNED'",
        row.hospital(),
        row.size(),
        row.chainId());
  }

  /** One of its transactions is in this block, and settled if the row says since when. */
  public void included(AnchorRow row) {
    database.update(
        "update ledger_anchor set state = ?, hash = ?, block_number = ?, block_hash = ?,"
            + " confirmations = ?, confirmed_at = ?, checked_at = ?"
            + KEY,
        row.confirmed().isPresent() ? AnchorState.CONFIRMED.name() : AnchorState.INCLUDED.name(),
        row.hash(),
        row.block().map(AnchorBlock::number).orElseThrow(),
        row.block().map(AnchorBlock::hash).orElseThrow(),
        row.confirmations(),
        row.confirmed().map(Instant::toEpochMilli).orElse(0L),
        row.checked().toEpochMilli(),
        row.hospital(),
        row.size(),
        row.chainId());
  }

  /** None of its transactions is in a block any more; {@code newest} is sent again. */
  public void vanished(AnchorRow row, String newest) {
    database.update(
        "update ledger_anchor set state = 'SIGNED', hash = ?, block_number = null,"
            + " block_hash = null, confirmations = 0, confirmed_at = 0"
            + KEY,
        newest,
        row.hospital(),
        row.size(),
        row.chainId());
  }

  private static AnchorRow row(ResultSet result) throws SQLException {
    long number = result.getLong(10);
    return new AnchorRow(
        result.getString(1),
        result.getLong(2),
        result.getLong(3),
        result.getString(4),
        result.getString(5),
        result.getLong(6),
        AnchorState.valueOf(result.getString(7)),
        Instant.ofEpochMilli(result.getLong(8)),
        result.getString(9),
        Optional.ofNullable(result.getString(11)).map(hash -> new AnchorBlock(number, hash)),
        result.getLong(12),
        Optional.of(result.getLong(13)).filter(at -> at > 0).map(Instant::ofEpochMilli),
        Instant.ofEpochMilli(result.getLong(14)));
  }
}
