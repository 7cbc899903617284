package org.epione.ledger.connector.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.epione.ledger.transparency.SignedNote;

/** What witnesses hosted here cosigned last of each log. */
public final class WitnessTable {

  private static final String SELECT =
      "select witness, hospital, note, suspended_at, told_size, told_at from ledger_witness";

  private final Database database;

  WitnessTable(Database database) {
    this.database = database;
  }

  /** Adds a log of which nothing was cosigned yet. */
  public void create(String witness, String hospital) {
    database.update(
        "insert into ledger_witness (witness, hospital, tree_size, suspended_at)"
            + " values (?, ?, 0, 0)",
        witness,
        hospital);
  }

  /** What this witness knows, and nobody else may change it until the transaction ends. */
  public Optional<WitnessRow> lock(String witness, String hospital) {
    return database.first(
        SELECT + " where witness = ? and hospital = ? for update",
        WitnessTable::row,
        witness,
        hospital);
  }

  /** All logs that witnesses hosted here know. */
  public List<WitnessRow> all() {
    return database.list(SELECT + " order by hospital, witness", WitnessTable::row);
  }

  /** The head of this size was told to the other witnesses; the row is locked. */
  public void told(WitnessRow row, long size, Instant now) {
    database.update(
        "update ledger_witness set told_size = ?, told_at = ? where witness = ? and hospital = ?",
        size,
        now.toEpochMilli(),
        row.witness(),
        row.hospital());
  }

  /** The logs that are not cosigned any more. */
  public List<WitnessRow> suspended() {
    return database.list(
        SELECT + " where suspended_at > 0 order by hospital, witness", WitnessTable::row);
  }

  /** Keeps what is cosigned now; the row is locked. */
  public void cosigned(WitnessRow row, long size, SignedNote note) {
    database.update(
        "update ledger_witness set tree_size = ?, note = ? where witness = ? and hospital = ?",
        size,
        note.encode(),
        row.witness(),
        row.hospital());
  }

  /** Nothing of this log is cosigned any more; the row is locked. */
  public void suspend(WitnessRow row, Instant now) {
    database.update(
        "update ledger_witness set suspended_at = ?"
            + " where witness = ? and hospital = ? and suspended_at = 0",
        now.toEpochMilli(),
        row.witness(),
        row.hospital());
  }

  /** It is cosigned again, from where it was cosigned last. */
  public void resume(String witness, String hospital) {
    database.update(
        "update ledger_witness set suspended_at = 0 where witness = ? and hospital = ?",
        witness,
        hospital);
  }

  private static WitnessRow row(ResultSet result) throws SQLException {
    return new WitnessRow(
        result.getString(1),
        result.getString(2),
        Optional.ofNullable(result.getBytes(3)).map(SignedNote::parse),
        Optional.of(result.getLong(4)).filter(at -> at > 0).map(Instant::ofEpochMilli),
        result.getLong(5),
        Instant.ofEpochMilli(result.getLong(6)));
  }
}
