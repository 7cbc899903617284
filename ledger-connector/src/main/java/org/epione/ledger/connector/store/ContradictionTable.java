package org.epione.ledger.connector.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.epione.ledger.transparency.LogContradiction;

/** Evidence against logs, kept for ever. */
public final class ContradictionTable {

  private final Database database;

  ContradictionTable(Database database) {
    this.database = database;
  }

  /** Keeps evidence; the same once more changes nothing. The witness's row is locked. */
  public void keep(WitnessRow row, LogContradiction evidence, Instant seen) {
    String digest = evidence.digest().hex();
    if (find(row.witness(), row.hospital(), digest).isEmpty()) {
      database.update(
          "insert into ledger_contradiction (witness, hospital, digest, seen_at, content)"
              + " values (?, ?, ?, ?, ?)",
          row.witness(),
          row.hospital(),
          digest,
          seen.toEpochMilli(),
          evidence.encode());
    }
  }

  /** The evidence with this digest. */
  public Optional<LogContradiction> find(String witness, String hospital, String digest) {
    return database.first(
        "select content from ledger_contradiction where witness = ? and hospital = ?"
            + " and digest = ?",
        result -> LogContradiction.decode(result.getBytes(1)),
        witness,
        hospital,
        digest);
  }

  /** All evidence, newest first. */
  public List<ContradictionRow> all() {
    return database.list(
        "select witness, hospital, seen_at, content from ledger_contradiction"
            + " order by seen_at desc, witness, hospital, digest",
        result ->
            new ContradictionRow(
                result.getString(1),
                result.getString(2),
                Instant.ofEpochMilli(result.getLong(3)),
                LogContradiction.decode(result.getBytes(4))));
  }
}
