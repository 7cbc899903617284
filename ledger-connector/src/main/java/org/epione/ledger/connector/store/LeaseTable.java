package org.epione.ledger.connector.store;

import java.time.Instant;
import java.util.Optional;

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
        "select server, epoch, taken_at, expires_at from ledger_lease where hospital = ?",
        result ->
            new LeaseRow(
                result.getString(1),
                result.getLong(2),
                Instant.ofEpochMilli(result.getLong(3)),
                Instant.ofEpochMilli(result.getLong(4))),
        hospital);
  }

  /** It is somebody's from now on, under a new epoch. */
  public void take(String hospital, LeaseRow lease) {
    int changed =
        database.update(
            "update ledger_lease set server = ?, epoch = ?, taken_at = ?, expires_at = ?"
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

  /** Whoever has it under this epoch has it until then. */
  public void extend(String hospital, long epoch, Instant expires) {
    database.update(
        "update ledger_lease set expires_at = ? where hospital = ? and epoch = ?",
        expires.toEpochMilli(),
        hospital,
        epoch);
  }
}
