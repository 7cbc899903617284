package org.epione.ledger.connector.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.RecordType;

/** Records that wait for a block, and who waits for their receipts. */
public final class PendingTable {

  private final Database database;

  PendingTable(Database database) {
    this.database = database;
  }

  /**
   * Takes records in, by the order of their names, so that two servers with the same ones never
   * wait for each other. Whoever brings one to another server before this transaction has ended
   * waits for its end, on PostgreSQL for 20 s at most (see {@link LedgerStore#endIfAbandoned}), and
   * fails if it was committed: brought again, the record waits already.
   */
  public void add(String hospital, List<PendingRecord> pending) {
    List<PendingRecord> inOrder =
        pending.stream().sorted(Comparator.comparing(each -> each.record().id())).toList();
    database.batch(
        "insert into ledger_pending (hospital, record_id, received_at, author, content)"
            + " values (?, ?, ?, ?, ?)",
        inOrder.stream()
            .map(
                each ->
                    new Object[] {
                      hospital,
                      each.record().id().hex(),
                      each.received().toEpochMilli(),
                      each.record().author().hex(),
                      each.record().encode()
                    })
            .toList());
    database.batch(
        "insert into ledger_evidence (hospital, record_id, content) values (?, ?, ?)",
        inOrder.stream()
            .filter(each -> each.evidence().isPresent())
            .map(
                each ->
                    new Object[] {
                      hospital, each.record().id().hex(), each.evidence().get().encode()
                    })
            .toList());
  }

  /** Those of these records that wait. */
  public Set<Digest> among(String hospital, Collection<Digest> records) {
    return Set.copyOf(
        database.among(
            "select record_id from ledger_pending where hospital = ? and record_id",
            hospital,
            records,
            result -> Digest.ofHex(result.getString(1))));
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

  /** Number of records of each of these authors that wait; those without any are missing. */
  public Map<Pid, Long> countsOf(String hospital, Set<Pid> authors) {
    Map<Pid, Long> counts = new HashMap<>();
    Map<String, Pid> byName =
        authors.stream().collect(Collectors.toMap(Pid::hex, Function.identity()));
    database
        .among(
            "select author, count(*) from ledger_pending where hospital = ? and author",
            " group by author",
            hospital,
            byName.keySet(),
            result -> Map.entry(result.getString(1), result.getLong(2)))
        .forEach(each -> counts.put(byName.get(each.getKey()), each.getValue()));
    return counts;
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

  /** Forgets records that no longer wait. */
  public void remove(String hospital, Collection<LedgerRecord> records) {
    List<Digest> ids = records.stream().map(LedgerRecord::id).toList();
    database.deleteAmong(
        "delete from ledger_pending where hospital = ? and record_id", hospital, ids);
    database.deleteAmong(
        "delete from ledger_submission where hospital = ? and record_id", hospital, ids);
    database.deleteAmong(
        "delete from ledger_evidence where hospital = ? and record_id",
        hospital,
        records.stream()
            .filter(record -> record.type() == RecordType.REJECTION)
            .map(LedgerRecord::id)
            .toList());
  }

  /**
   * Notes who waits for the receipts of records, also of one that another waits for already.
   *
   * @param before those of these records that waited before
   */
  public void await(String hospital, Collection<Submitted> submitted, Set<Digest> before) {
    Set<Submitted> known = Set.copyOf(waiting(hospital, before));
    database.batch(
        "insert into ledger_submission (hospital, record_id, submitter) values (?, ?, ?)",
        submitted.stream()
            .distinct()
            .filter(each -> !known.contains(each))
            .map(each -> new Object[] {hospital, each.record().hex(), each.submitter()})
            .toList());
  }

  /** Who waits for the receipts of these records. */
  public List<Submitted> waiting(String hospital, Collection<Digest> records) {
    return database.among(
        "select record_id, submitter from ledger_submission where hospital = ? and record_id",
        hospital,
        records,
        result -> new Submitted(Digest.ofHex(result.getString(1)), result.getString(2)));
  }

  private static PendingRecord row(ResultSet result) throws SQLException {
    return new PendingRecord(
        LedgerRecord.decode(result.getBytes(1)),
        Instant.ofEpochMilli(result.getLong(2)),
        Optional.ofNullable(result.getBytes(3)).map(LedgerRecord::decode));
  }
}
