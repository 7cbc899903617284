package org.epione.ledger.connector.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.epione.ledger.transparency.Checkpoint;
import org.epione.ledger.transparency.SignedNote;

/**
 * Heads of logs that two witnesses know and that still wait for the proof that they are of one
 * history; one pair for each witness that told. The row of the witness is locked in each call.
 */
public final class ApartTable {

  private final Database database;

  ApartTable(Database database) {
    this.database = database;
  }

  /** The open pairs of this witness and log, by who told. */
  public List<ApartRow> of(String witness, String hospital) {
    return database.list(
        "select witness, hospital, teller, smaller, larger, heard_at, asked_at, attempts"
            + " from ledger_heads_apart where witness = ? and hospital = ? order by teller",
        ApartTable::row,
        witness,
        hospital);
  }

  /** Adds a pair, asked for now. */
  public void add(ApartRow row) {
    database.update(
        "insert into ledger_heads_apart (witness, hospital, teller, smaller_size, smaller,"
            + " larger_size, larger, heard_at, asked_at, attempts)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        row.witness(),
        row.hospital(),
        row.teller(),
        Checkpoint.parse(row.smaller().text()).size(),
        row.smaller().encode(),
        Checkpoint.parse(row.larger().text()).size(),
        row.larger().encode(),
        row.heard().toEpochMilli(),
        row.asked().toEpochMilli(),
        row.attempts());
  }

  /** The log was asked once more. */
  public void asked(ApartRow row, Instant now) {
    database.update(
        "update ledger_heads_apart set asked_at = ?, attempts = attempts + 1"
            + " where witness = ? and hospital = ? and teller = ?",
        now.toEpochMilli(),
        row.witness(),
        row.hospital(),
        row.teller());
  }

  /** The two heads are of one history. */
  public void joined(ApartRow row) {
    database.update(
        "delete from ledger_heads_apart where witness = ? and hospital = ? and teller = ?",
        row.witness(),
        row.hospital(),
        row.teller());
  }

  private static ApartRow row(ResultSet result) throws SQLException {
    return new ApartRow(
        result.getString(1),
        result.getString(2),
        result.getString(3),
        SignedNote.parse(result.getBytes(4)),
        SignedNote.parse(result.getBytes(5)),
        Instant.ofEpochMilli(result.getLong(6)),
        Instant.ofEpochMilli(result.getLong(7)),
        result.getInt(8));
  }
}
