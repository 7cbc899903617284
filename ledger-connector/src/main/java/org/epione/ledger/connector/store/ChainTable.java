package org.epione.ledger.connector.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.block.Block;
import org.epione.ledger.block.BlockHeader;
import org.epione.ledger.identity.Pid;

/** Which chains there are, how high, and their blocks. */
public final class ChainTable {

  private static final String COLUMNS =
      "holder, hospital, pid, height, head, head_time, record_count, known_height";

  private static final long HOUR = 3_600_000;

  private final Database database;

  ChainTable(Database database) {
    this.database = database;
  }

  /** Adds a chain without blocks. */
  public void create(String holder, String hospital, Pid pid) {
    database.update(
        "insert into ledger_chain (" + COLUMNS + ") values (?, ?, ?, -1, ?, 0, 0, -1)",
        holder,
        hospital,
        pid.bytes(),
        BlockHeader.NO_BLOCK.hex());
  }

  /** The copy of this holder. */
  public Optional<ChainRow> find(String holder, String hospital) {
    return database.first(
        "select " + COLUMNS + " from ledger_chain where holder = ? and hospital = ?",
        ChainTable::row,
        holder,
        hospital);
  }

  /**
   * The same, and nobody else may change this copy until the transaction ends; PostgreSQL ends it
   * when this server stops in it.
   */
  public Optional<ChainRow> lock(String holder, String hospital) {
    database.endIfAbandoned();
    return database.first(
        "select " + COLUMNS + " from ledger_chain where holder = ? and hospital = ? for update",
        ChainTable::row,
        holder,
        hospital);
  }

  /** Copies that hospitals hold of their own chains. */
  public List<ChainRow> ofHospitals() {
    return database.list(
        "select " + COLUMNS + " from ledger_chain where holder = hospital order by hospital",
        ChainTable::row);
  }

  /** Adds the next block; the copy is locked. */
  public void append(ChainRow row, Block block) {
    BlockHeader header = block.header();
    database.update(
        "insert into ledger_block (holder, hospital, height, hash, block_time, record_count,"
            + " content) values (?, ?, ?, ?, ?, ?, ?)",
        row.holder(),
        row.hospital(),
        header.height(),
        header.hash().hex(),
        header.time().toEpochMilli(),
        header.recordCount(),
        block.encode());
    int changed =
        database.update(
            "update ledger_chain set height = ?, head = ?, head_time = ?, record_count = ?"
                + " where holder = ? and hospital = ? and height = ?",
            header.height(),
            header.hash().hex(),
            header.time().toEpochMilli(),
            row.records() + header.recordCount(),
            row.holder(),
            row.hospital(),
            header.height() - 1);
    if (changed != 1) {
      throw new LedgerStoreException("block " + header.height() + " is not the next one");
    }
  }

  /** There are blocks up to this height, also where this copy lacks them; it is locked. */
  public void known(ChainRow row, long height) {
    database.update(
        "update ledger_chain set known_height = ? where holder = ? and hospital = ?"
            + " and known_height < ?",
        height,
        row.holder(),
        row.hospital(),
        height);
  }

  /** The encoded block at this height. */
  public Optional<byte[]> block(String holder, String hospital, long height) {
    return database.first(
        "select content from ledger_block where holder = ? and hospital = ? and height = ?",
        result -> result.getBytes(1),
        holder,
        hospital,
        height);
  }

  /** Encoded blocks from this height on, lowest first, at most {@code count}. */
  public List<byte[]> blocks(String holder, String hospital, long from, int count) {
    return database.list(
        "select content from ledger_block where holder = ? and hospital = ? and height >= ?"
            + " and height < ? order by height",
        result -> result.getBytes(1),
        holder,
        hospital,
        from,
        from + count);
  }

  /**
   * The same, and none after so many bytes, so that what is held of large blocks is bounded; always
   * one, if it is there.
   */
  public List<byte[]> blocks(String holder, String hospital, long from, int count, long bytes) {
    return database.list(
        "select content from (select height, content, sum(octet_length(content))"
            + " over (order by height) as total from ledger_block where holder = ?"
            + " and hospital = ? and height >= ? and height < ?) b"
            + " where b.total - octet_length(b.content) < ? order by height",
        result -> result.getBytes(1),
        holder,
        hospital,
        from,
        from + count,
        bytes);
  }

  /** Records in blocks since then that are kept here, by hour, earliest first. */
  public List<HourCount> recordsByHour(String holder, String hospital, Instant since) {
    return database.list(
        "select block_time / "
            + HOUR
            + ", sum(record_count) from ledger_block where holder = ? and hospital = ?"
            + " and block_time >= ? group by block_time / "
            + HOUR
            + " order by 1",
        result -> new HourCount(Instant.ofEpochMilli(result.getLong(1) * HOUR), result.getLong(2)),
        holder,
        hospital,
        since.toEpochMilli());
  }

  /** Keeps a second block for a height as evidence. */
  public void keepEquivocation(
      String holder, String hospital, BlockHeader header, byte[] proposal, Instant seen) {
    boolean known =
        database
            .first(
                "select height from ledger_equivocation where holder = ? and hospital = ?"
                    + " and height = ? and hash = ?",
                result -> result.getLong(1),
                holder,
                hospital,
                header.height(),
                header.hash().hex())
            .isPresent();
    if (!known) {
      database.update(
          "insert into ledger_equivocation (holder, hospital, height, hash, seen_at, content)"
              + " values (?, ?, ?, ?, ?, ?)",
          holder,
          hospital,
          header.height(),
          header.hash().hex(),
          seen.toEpochMilli(),
          proposal);
    }
  }

  /** Number of second blocks kept as evidence against this hospital. */
  public long equivocations(String holder, String hospital) {
    return database
        .first(
            "select count(*) from ledger_equivocation where holder = ? and hospital = ?",
            result -> result.getLong(1),
            holder,
            hospital)
        .orElse(0L);
  }

  private static ChainRow row(ResultSet result) throws SQLException {
    return new ChainRow(
        result.getString(1),
        result.getString(2),
        Pid.of(result.getBytes(3)),
        result.getLong(4),
        Digest.ofHex(result.getString(5)),
        Instant.ofEpochMilli(result.getLong(6)),
        result.getLong(7),
        result.getLong(8));
  }
}
