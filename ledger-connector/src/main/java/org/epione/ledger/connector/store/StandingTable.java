package org.epione.ledger.connector.store;

import java.time.Instant;
import java.util.Optional;

/** How servers that are not ours answered last. */
public final class StandingTable {

  private final Database database;

  StandingTable(Database database) {
    this.database = database;
  }

  /** What is known of one, for the log of this hospital. */
  public StandingRow of(String hospital, OutsideService service) {
    return database
        .first(
            "select attempts, tried_at, problem from ledger_standing where hospital = ?"
                + " and service = ?",
            result ->
                new StandingRow(
                    result.getInt(1),
                    Instant.ofEpochMilli(result.getLong(2)),
                    Optional.ofNullable(result.getString(3))),
            hospital,
            service.name())
        .orElse(StandingRow.NEVER);
  }

  /** Keeps how it answered; the chain is locked. */
  public void keep(String hospital, OutsideService service, StandingRow standing) {
    int changed =
        database.update(
            "update ledger_standing set attempts = ?, tried_at = ?, problem = ?"
                + " where hospital = ? and service = ?",
            standing.attempts(),
            standing.tried().toEpochMilli(),
            standing.problem().orElse(null),
            hospital,
            service.name());
    if (changed == 0) {
      database.update(
          "insert into ledger_standing (hospital, service, attempts, tried_at, problem)"
              + " values (?, ?, ?, ?, ?)",
          hospital,
          service.name(),
          standing.attempts(),
          standing.tried().toEpochMilli(),
          standing.problem().orElse(null));
    }
  }
}
