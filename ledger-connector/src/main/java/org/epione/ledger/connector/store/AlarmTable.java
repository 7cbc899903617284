package org.epione.ledger.connector.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.finality.Equivocation;

/** Proofs that hospitals signed two histories. */
public final class AlarmTable {

  private final Database database;

  AlarmTable(Database database) {
    this.database = database;
  }

  /** Most proofs against one hospital that are kept: what brings more of them fills no disk. */
  private static final int MOST_KEPT = 100;

  /** Keeps a verified proof; the chain is locked. The same again changes nothing. */
  public void add(AlarmRow alarm, Equivocation proof) {
    if (find(alarm.hospital(), alarm.digest()).isEmpty() && count(alarm.hospital()) < MOST_KEPT) {
      database.update(
          "insert into ledger_alarm (hospital, digest, height, by_hospital, by_cloud, station,"
              + " reported_at, content) values (?, ?, ?, ?, ?, ?, ?, ?)",
          alarm.hospital(),
          alarm.digest().hex(),
          alarm.height(),
          alarm.byHospital() ? 1 : 0,
          alarm.byCloud() ? 1 : 0,
          alarm.station(),
          alarm.reportedAt().toEpochMilli(),
          proof.encode());
    }
  }

  private long count(String hospital) {
    return database
        .first(
            "select count(*) from ledger_alarm where hospital = ?", row -> row.getLong(1), hospital)
        .orElse(0L);
  }

  /** Most proofs that {@link #all} gives: one is enough to know. */
  public static final int MOST = 20;

  /** The first proofs, oldest first, against all hospitals or the one with this code. */
  public List<AlarmRow> all(Optional<String> hospital) {
    String columns =
        "select hospital, digest, height, by_hospital, by_cloud, station, reported_at"
            + " from ledger_alarm";
    String order = " order by reported_at, digest limit " + MOST;
    return hospital
        .map(code -> database.list(columns + " where hospital = ?" + order, AlarmTable::row, code))
        .orElseGet(() -> database.list(columns + order, AlarmTable::row));
  }

  /** The encoded proof. */
  public Optional<ByteString> find(String hospital, Digest digest) {
    return database.first(
        "select content from ledger_alarm where hospital = ? and digest = ?",
        row -> ByteString.of(row.getBytes(1)),
        hospital,
        digest.hex());
  }

  private static AlarmRow row(java.sql.ResultSet row) throws java.sql.SQLException {
    return new AlarmRow(
        row.getString(1),
        Digest.ofHex(row.getString(2)),
        row.getLong(3),
        row.getInt(4) == 1,
        row.getInt(5) == 1,
        row.getString(6),
        Instant.ofEpochMilli(row.getLong(7)));
  }
}
