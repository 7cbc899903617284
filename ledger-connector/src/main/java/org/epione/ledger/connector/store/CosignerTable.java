package org.epione.ledger.connector.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How the logs of the hospitals hosted here stand with their witnesses. */
public final class CosignerTable {

  private static final String SELECT =
      "select hospital, witness, known_size, cosigned_size, cosigned_at, offered_size, sent_at,"
          + " attempts, refusal from ledger_cosigner where hospital = ?";

  private final Database database;

  CosignerTable(Database database) {
    this.database = database;
  }

  /** Adds a witness that was not asked yet. */
  public void create(String hospital, String witness) {
    database.update(
        "insert into ledger_cosigner (hospital, witness, known_size, cosigned_size, cosigned_at,"
            + " offered_size, sent_at, attempts) values (?, ?, 0, 0, 0, 0, 0, 0)",
        hospital,
        witness);
  }

  /** All witnesses of a log, by code. */
  public List<CosignerRow> of(String hospital) {
    return database.list(SELECT + " order by witness", CosignerTable::row, hospital);
  }

  /** One of them, and nobody else may change it until the transaction ends. */
  public Optional<CosignerRow> lock(String hospital, String witness) {
    return database.first(
        SELECT + " and witness = ? for update", CosignerTable::row, hospital, witness);
  }

  /** A head of this size was offered; the row is locked. */
  public void offered(CosignerRow row, long size, Instant sent) {
    database.update(
        "update ledger_cosigner set offered_size = ?, sent_at = ?, attempts = attempts + 1"
            + " where hospital = ? and witness = ?",
        size,
        sent.toEpochMilli(),
        row.hospital(),
        row.witness());
  }

  /** The witness cosigned a head larger than those before; the row is locked. */
  public void cosigned(CosignerRow row, long size, Instant time) {
    database.update(
        "update ledger_cosigner set known_size = ?, cosigned_size = ?, cosigned_at = ?,"
            + " offered_size = 0, attempts = 0, refusal = null where hospital = ? and witness = ?",
        size,
        size,
        time.toEpochMilli(),
        row.hospital(),
        row.witness());
  }

  /** The witness wants a proof from this size; the row is locked. */
  public void knows(CosignerRow row, long size) {
    database.update(
        "update ledger_cosigner set known_size = ?, offered_size = 0, refusal = null"
            + " where hospital = ? and witness = ?",
        size,
        row.hospital(),
        row.witness());
  }

  /** The witness refuses, or wants what this log does not have; the row is locked. */
  public void refused(CosignerRow row, String why) {
    database.update(
        "update ledger_cosigner set refusal = ? where hospital = ? and witness = ?",
        why,
        row.hospital(),
        row.witness());
  }

  private static CosignerRow row(ResultSet result) throws SQLException {
    return new CosignerRow(
        result.getString(1),
        result.getString(2),
        result.getLong(3),
        result.getLong(4),
        Optional.of(result.getLong(5)).filter(at -> at > 0).map(Instant::ofEpochMilli),
        result.getLong(6),
        Instant.ofEpochMilli(result.getLong(7)),
        result.getInt(8),
        Optional.ofNullable(result.getString(9)));
  }
}
