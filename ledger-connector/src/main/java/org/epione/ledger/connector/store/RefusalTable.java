package org.epione.ledger.connector.store;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.identity.Pid;

/** Records that were refused, and how many; what is kept of a flood is bounded. */
public final class RefusalTable {

  /** Most records of one author that are kept by name in an hour; the rest is only counted. */
  public static final int KEPT_OF_ONE_AN_HOUR = 1000;

  /** How long counts are kept. */
  public static final Duration COUNTS_KEPT = Duration.ofDays(30);

  private static final String NOBODY = "";

  private final Database database;

  RefusalTable(Database database) {
    this.database = database;
  }

  /**
   * A record is refused for good; the chain is locked. Nothing that is kept by name is older than
   * {@code memory} once an hour has passed.
   *
   * @param delegate its author where the chain knows it; all others are counted as one
   * @param memory how long the same record may come again and be anything but too old
   */
  public void add(
      String hospital,
      Optional<Pid> delegate,
      Digest record,
      String reason,
      Instant at,
      Duration memory) {
    String author = delegate.map(Pid::hex).orElse(NOBODY);
    long hour = at.truncatedTo(ChronoUnit.HOURS).toEpochMilli();
    if (countOf(hospital, author, hour) == 0) {
      forget(hospital, at, memory);
    }
    if (countOf(hospital, author, hour) < KEPT_OF_ONE_AN_HOUR) {
      database.update(
          "insert into ledger_refused (hospital, record_id, reason, refused_at)"
              + " values (?, ?, ?, ?)",
          hospital,
          record.hex(),
          reason,
          at.toEpochMilli());
    }
    count(hospital, author, reason, hour, at);
  }

  /** Why those of these records were refused that were, as far as they are kept by name. */
  public Map<Digest, String> among(String hospital, Collection<Digest> records) {
    return database
        .among(
            "select record_id, reason from ledger_refused where hospital = ? and record_id",
            hospital,
            records,
            result -> Map.entry(Digest.ofHex(result.getString(1)), result.getString(2)))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /**
   * How many records were refused since the hour in which that is, by reason, the most frequent
   * first.
   */
  public List<RefusalCount> since(String hospital, Instant since) {
    return database.list(
        "select reason, sum(refusals), max(last_at) from ledger_refusal_hour"
            + " where hospital = ? and begins >= ? group by reason order by 2 desc, 1",
        result ->
            new RefusalCount(
                result.getString(1), result.getLong(2), Instant.ofEpochMilli(result.getLong(3))),
        hospital,
        since.truncatedTo(ChronoUnit.HOURS).toEpochMilli());
  }

  private long countOf(String hospital, String author, long hour) {
    return database
        .first(
            "select coalesce(sum(refusals), 0) from ledger_refusal_hour"
                + " where hospital = ? and begins = ? and author = ?",
            result -> result.getLong(1),
            hospital,
            hour,
            author)
        .orElse(0L);
  }

  private void count(String hospital, String author, String reason, long hour, Instant at) {
    int counted =
        database.update(
            "update ledger_refusal_hour set refusals = refusals + 1, last_at = ?"
                + " where hospital = ? and begins = ? and author = ? and reason = ?",
            at.toEpochMilli(),
            hospital,
            hour,
            author,
            reason);
    if (counted == 0) {
      database.update(
          "insert into ledger_refusal_hour (hospital, author, reason, begins, refusals, last_at)"
              + " values (?, ?, ?, ?, 1, ?)",
          hospital,
          author,
          reason,
          hour,
          at.toEpochMilli());
    }
  }

  private void forget(String hospital, Instant now, Duration memory) {
    database.update(
        "delete from ledger_refused where hospital = ? and refused_at < ?",
        hospital,
        now.minus(memory).toEpochMilli());
    database.update(
        "delete from ledger_refusal_hour where hospital = ? and begins < ?",
        hospital,
        now.minus(COUNTS_KEPT).toEpochMilli());
  }
}
