package org.epione.ledger.connector.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.epione.crypto.codec.ByteString;

/** Which server makes each hospital's blocks; changed only while the chain is locked. */
public final class LeaseTable {

  private final Database database;

  LeaseTable(Database database) {
    this.database = database;
  }

  /** The database's clock, which all servers on it share; it goes on within a transaction. */
  public Instant now() {
    return database.now();
  }

  /** The lease as last taken, expired or not. */
  public Optional<LeaseRow> find(String hospital) {
    return database.first(
        "select server, epoch, taken_at, expires_at, agreed, question, asked_at, "
            + database.clock()
            + " from ledger_lease where hospital = ?",
        LeaseTable::row,
        hospital);
  }

  private static LeaseRow row(ResultSet result) throws SQLException {
    Optional<ByteString> question =
        Optional.ofNullable(result.getString(6))
            .map(hex -> ByteString.of(HexFormat.of().parseHex(hex)));
    long asked = result.getLong(7);
    return new LeaseRow(
        result.getString(1),
        result.getLong(2),
        Instant.ofEpochMilli(result.getLong(3)),
        Instant.ofEpochMilli(result.getLong(4)),
        result.getBoolean(5),
        question,
        question.map(known -> Instant.ofEpochMilli(asked)),
        Instant.ofEpochMilli(result.getLong(8)));
  }

  /** It is somebody's from now on, under a new epoch. */
  public void take(String hospital, LeaseRow lease) {
    int changed =
        database.update(
            "update ledger_lease set server = ?, epoch = ?, taken_at = ?, expires_at = ?,"
                + " agreed = false, question = null, asked_at = null"
                + " where hospital = ? and epoch < ?",
            lease.server(),
            lease.epoch(),
            lease.taken().toEpochMilli(),
            lease.expires().toEpochMilli(),
            hospital,
            lease.epoch());
    if (changed == 0) {
      database.update(
          "insert into ledger_lease (hospital, server, epoch, taken_at, expires_at)"
              + " values (?, ?, ?, ?, ?)",
          hospital,
          lease.server(),
          lease.epoch(),
          lease.taken().toEpochMilli(),
          lease.expires().toEpochMilli());
    }
  }

  /** The cloud is asked where the chain ends, and has not answered. */
  public void asked(String hospital, ByteString question, Instant at) {
    database.update(
        "update ledger_lease set agreed = false, question = ?, asked_at = ? where hospital = ?",
        HexFormat.of().formatHex(question.bytes()),
        at.toEpochMilli(),
        hospital);
  }

  /** The cloud has answered, and what it has is here. */
  public void agree(String hospital) {
    database.update(
        "update ledger_lease set agreed = true, question = null, asked_at = null"
            + " where hospital = ?",
        hospital);
  }

  /** The cloud has to be asked again. */
  public void doubt(String hospital) {
    database.update(
        "update ledger_lease set agreed = false, question = null, asked_at = null"
            + " where hospital = ?",
        hospital);
  }

  /** Whoever has it under this epoch has it until then. */
  public void extend(String hospital, long epoch, Instant expires) {
    database.update(
        "update ledger_lease set expires_at = ? where hospital = ? and epoch = ?",
        expires.toEpochMilli(),
        hospital,
        epoch);
  }
}
