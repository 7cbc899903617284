package org.epione.ledger.connector.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.epione.crypto.codec.ByteString;
import org.epione.ledger.stamp.HeadStamp;

/** Time stamps on heads, kept for ever. */
public final class StampTable {

  private static final String SELECT =
      "select tree_size, stamped_at, kept_at, response from ledger_stamp where hospital = ?";

  private final Database database;

  StampTable(Database database) {
    this.database = database;
  }

  /** Keeps a stamp; there is none of this size yet, and the chain is locked. */
  public void add(String hospital, StampRow row) {
    database.update(
        "insert into ledger_stamp (hospital, tree_size, stamped_at, kept_at, response)"
            + " values (?, ?, ?, ?, ?)",
        hospital,
        row.size(),
        row.time().toEpochMilli(),
        row.kept().toEpochMilli(),
        row.stamp().response().bytes());
  }

  /** The stamp on the largest head that has one. */
  public Optional<StampRow> newest(String hospital) {
    return database.first(SELECT + " order by tree_size desc limit 1", StampTable::row, hospital);
  }

  /** The stamp on the head of this size. */
  public Optional<StampRow> find(String hospital, long size) {
    return database.first(SELECT + " and tree_size = ?", StampTable::row, hospital, size);
  }

  private static StampRow row(ResultSet result) throws SQLException {
    return new StampRow(
        result.getLong(1),
        Instant.ofEpochMilli(result.getLong(2)),
        Instant.ofEpochMilli(result.getLong(3)),
        new HeadStamp(ByteString.of(result.getBytes(4))));
  }
}
