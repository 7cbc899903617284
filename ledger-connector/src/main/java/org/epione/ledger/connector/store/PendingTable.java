package org.epione.ledger.connector.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.record.LedgerRecord;

/** Records that wait for a block, and who waits for their receipts. */
public final class PendingTable {

  private final Database database;

  PendingTable(Database database) {
    this.database = database;
  }

  /** Takes a record in. */
  public void add(String hospital, PendingRecord pending) {
    String id = pending.record().id().hex();
    database.update(
        "insert into ledger_pending (hospital, record_id, received_at, author, content)"
            + " values (?, ?, ?, ?, ?)",
        hospital,
        id,
        pending.received().toEpochMilli(),
        pending.record().author().hex(),
        pending.record().encode());
    pending
        .evidence()
        .ifPresent(
            refused ->
                database.update(
                    "insert into ledger_evidence (hospital, record_id, content)"
                        + " values (?, ?, ?)",
                    hospital,
                    id,
                    refused.encode()));
  }

  /** Whether this record waits. */
  public boolean contains(String hospital, Digest record) {
    return database
        .first(
            "select received_at from ledger_pending where hospital = ? and record_id = ?",
            result -> result.getLong(1),
            hospital,
            record.hex())
        .isPresent();
  }

  /** Number of records that wait. */
  public long count(String hospital) {
    return database
        .first(
            "select count(*) from ledger_pending where hospital = ?",
            result -> result.getLong(1),
            hospital)
        .orElse(0L);
  }

  /** When the record came in that waits longest. */
  public Optional<Instant> oldest(String hospital) {
    return database
        .list(
            "select received_at from ledger_pending where hospital = ?"
                + " order by received_at, record_id fetch first 1 rows only",
            result -> Instant.ofEpochMilli(result.getLong(1)),
            hospital)
        .stream()
        .findFirst();
  }

  /** Number of records of this author that wait. */
  public long countOf(String hospital, Pid author) {
    return database
        .first(
            "select count(*) from ledger_pending where hospital = ? and author = ?",
            result -> result.getLong(1),
            hospital,
            author.hex())
        .orElse(0L);
  }

  /**
   * The records whose turn it is: of each author the one that waits longest, in the order in which
   * they came in, then of each the next, so that whoever sends many delays nobody else.
   */
  public List<PendingRecord> inTurn(String hospital, int count) {
    return database.list(
        "select p.content, p.received_at, e.content from (select hospital, record_id,"
            + " received_at, content, row_number() over (partition by author"
            + " order by received_at, record_id) as turn"
            + " from ledger_pending where hospital = ?) p"
            + " left join ledger_evidence e"
            + " on e.hospital = p.hospital and e.record_id = p.record_id"
            + " order by p.turn, p.received_at, p.record_id"
            + " fetch first "
            + count
            + " rows only",
        PendingTable::row,
        hospital);
  }

  /** Forgets a record that no longer waits. */
  public void remove(String hospital, Digest record) {
    for (String table : List.of("ledger_pending", "ledger_evidence", "ledger_submission")) {
      database.update(
          "delete from " + table + " where hospital = ? and record_id = ?", hospital, record.hex());
    }
  }

  /** Notes who waits for the receipt of a record. */
  public void await(String hospital, Digest record, String submitter) {
    if (!waiting(hospital, record).contains(submitter)) {
      database.update(
          "insert into ledger_submission (hospital, record_id, submitter) values (?, ?, ?)",
          hospital,
          record.hex(),
          submitter);
    }
  }

  /** Who waits for the receipt of a record. */
  public List<String> waiting(String hospital, Digest record) {
    return database.list(
        "select submitter from ledger_submission where hospital = ? and record_id = ?"
            + " order by submitter",
        result -> result.getString(1),
        hospital,
        record.hex());
  }

  private static PendingRecord row(ResultSet result) throws SQLException {
    return new PendingRecord(
        LedgerRecord.decode(result.getBytes(1)),
        Instant.ofEpochMilli(result.getLong(2)),
        Optional.ofNullable(result.getBytes(3)).map(LedgerRecord::decode));
  }
}
