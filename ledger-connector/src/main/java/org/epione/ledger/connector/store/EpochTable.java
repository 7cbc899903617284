package org.epione.ledger.connector.store;

import java.io.ByteArrayOutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.epione.ledger.block.Block;

/** Closed epochs, and the sealed state after each. */
public final class EpochTable {

  private static final String COLUMNS =
      "holder, hospital, epoch, first_height, last_height, log_size, closed_at";

  private final Database database;

  EpochTable(Database database) {
    this.database = database;
  }

  /** An epoch is closed by the block that was added last; the copy is locked. */
  public void add(EpochRow row, byte[] snapshot) {
    database.update(
        "insert into ledger_epoch (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?)",
        row.holder(),
        row.hospital(),
        row.epoch(),
        row.firstHeight(),
        row.lastHeight(),
        row.logSize(),
        row.closed().toEpochMilli());
    int part = 0;
    for (int from = 0; from < snapshot.length; from += Block.MAX_LENGTH) {
      database.update(
          "insert into ledger_snapshot (holder, hospital, epoch, part, content)"
              + " values (?, ?, ?, ?, ?)",
          row.holder(),
          row.hospital(),
          row.epoch(),
          part++,
          Arrays.copyOfRange(snapshot, from, Math.min(snapshot.length, from + Block.MAX_LENGTH)));
    }
  }

  /** All of a copy, the first one first. */
  public List<EpochRow> all(String holder, String hospital) {
    return database.list(
        "select " + COLUMNS + " from ledger_epoch where holder = ? and hospital = ? order by epoch",
        EpochTable::row,
        holder,
        hospital);
  }

  /** The one with this number. */
  public Optional<EpochRow> find(String holder, String hospital, long epoch) {
    return database.first(
        "select " + COLUMNS + " from ledger_epoch where holder = ? and hospital = ? and epoch = ?",
        EpochTable::row,
        holder,
        hospital,
        epoch);
  }

  /** The last of a copy that ends below this height. */
  public Optional<EpochRow> lastBelow(String holder, String hospital, long height) {
    return database.first(
        "select "
            + COLUMNS
            + " from ledger_epoch where holder = ? and hospital = ? and last_height < ?"
            + " order by epoch desc limit 1",
        EpochTable::row,
        holder,
        hospital,
        height);
  }

  /** The encoded sealed state with which the epoch ended. */
  public byte[] snapshot(EpochRow row) {
    ByteArrayOutputStream snapshot = new ByteArrayOutputStream();
    database
        .list(
            "select content from ledger_snapshot where holder = ? and hospital = ? and epoch = ?"
                + " order by part",
            result -> result.getBytes(1),
            row.holder(),
            row.hospital(),
            row.epoch())
        .forEach(snapshot::writeBytes);
    return snapshot.toByteArray();
  }

  private static EpochRow row(ResultSet result) throws SQLException {
    return new EpochRow(
        result.getString(1),
        result.getString(2),
        result.getLong(3),
        result.getLong(4),
        result.getLong(5),
        result.getLong(6),
        Instant.ofEpochMilli(result.getLong(7)));
  }
}
