package org.epione.ledger.connector.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.epione.ledger.finality.Countersignature;
import org.epione.ledger.identity.Pid;

/** The countersignatures that count, and how far two thirds of the delegates have come. */
public final class VoteTable {

  private final Database database;

  VoteTable(Database database) {
    this.database = database;
  }

  /** Adds a vote; the chain is locked. A doctor's second vote for a height changes nothing. */
  public void add(String hospital, Countersignature vote, Instant now) {
    boolean known =
        database
            .first(
                "select height from ledger_countersignature where hospital = ? and height = ?"
                    + " and doctor = ?",
                row -> row.getLong(1),
                hospital,
                vote.height(),
                vote.doctor().hex())
            .isPresent();
    if (!known) {
      database.update(
          "insert into ledger_countersignature (hospital, height, doctor, content, received_at)"
              + " values (?, ?, ?, ?, ?)",
          hospital,
          vote.height(),
          vote.doctor().hex(),
          vote.encode(),
          now.toEpochMilli());
    }
  }

  /** The votes for the heights from this one on, for at most so many heights. */
  public Map<Long, List<Countersignature>> of(String hospital, long from, int heights) {
    return database
        .list(
            "select content from ledger_countersignature where hospital = ? and height >= ?"
                + " and height < ? order by height, doctor",
            row -> Countersignature.decode(row.getBytes(1)),
            hospital,
            from,
            from + heights)
        .stream()
        .collect(Collectors.groupingBy(Countersignature::height));
  }

  /** Height of the last block that this doctor's station countersigned. */
  public OptionalLong last(String hospital, Pid doctor) {
    return database
        .first(
            "select height from ledger_countersignature where hospital = ? and doctor = ?"
                + " order by height desc limit 1",
            row -> row.getLong(1),
            hospital,
            doctor.hex())
        .map(OptionalLong::of)
        .orElse(OptionalLong.empty());
  }

  /** The last height that two thirds of the delegates countersigned. */
  public OptionalLong finalHeight(String hospital) {
    return database
        .first(
            "select height from ledger_finality where hospital = ?",
            row -> row.getLong(1),
            hospital)
        .map(OptionalLong::of)
        .orElse(OptionalLong.empty());
  }

  /** Two thirds of the delegates countersigned this height; the chain is locked. */
  public void reached(String hospital, long height) {
    OptionalLong before = finalHeight(hospital);
    if (before.isEmpty()) {
      database.update(
          "insert into ledger_finality (hospital, height) values (?, ?)", hospital, height);
    } else if (before.getAsLong() < height) {
      database.update("update ledger_finality set height = ? where hospital = ?", height, hospital);
    }
  }
}
