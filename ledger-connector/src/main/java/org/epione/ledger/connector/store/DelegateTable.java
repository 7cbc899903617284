package org.epione.ledger.connector.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.epione.crypto.codec.ByteString;
import org.epione.ledger.finality.Electorate;
import org.epione.ledger.finality.Voter;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.identity.Validity;
import org.epione.ledger.state.EnrolledStation;
import org.jspecify.annotations.Nullable;

/** Who may countersign which heights. */
public final class DelegateTable {

  private static final String COLUMNS =
      "doctor, not_before, not_after, station_key, station_not_before, station_not_after";

  private final Database database;

  DelegateTable(Database database) {
    this.database = database;
  }

  /** Who decides on the block at this height. */
  public Electorate at(String hospital, long height) {
    return electorate(
        "select "
            + COLUMNS
            + " from ledger_delegate where hospital = ? and from_height <= ?"
            + " and (to_height is null or to_height >= ?)",
        hospital,
        height,
        height);
  }

  /**
   * From this height on, which no block has yet, {@code electorate} decides; keeps what changes.
   */
  public void change(String hospital, long from, Electorate electorate) {
    database.update(
        "delete from ledger_delegate where hospital = ? and from_height >= ?", hospital, from);
    // What a block to come has ended has not ended yet.
    database.update(
        "update ledger_delegate set to_height = null where hospital = ? and to_height >= ?",
        hospital,
        from);
    Map<Pid, Voter> before = new HashMap<>();
    electorate(
            "select " + COLUMNS + " from ledger_delegate where hospital = ? and to_height is null",
            hospital)
        .delegates()
        .forEach(voter -> before.put(voter.doctor(), voter));
    for (Voter voter : electorate.delegates()) {
      Voter known = before.remove(voter.doctor());
      if (!voter.equals(known)) {
        if (known != null) {
          end(hospital, known, from);
        }
        begin(hospital, voter, from);
      }
    }
    before.values().forEach(gone -> end(hospital, gone, from));
  }

  private void begin(String hospital, Voter voter, long from) {
    Optional<EnrolledStation> station = voter.station();
    database.update(
        "insert into ledger_delegate (hospital, from_height, "
            + COLUMNS
            + ") values (?, ?, ?, ?, ?, ?, ?, ?)",
        hospital,
        from,
        voter.doctor().hex(),
        voter.certificate().notBefore().toEpochMilli(),
        voter.certificate().notAfter().toEpochMilli(),
        station.map(enrolled -> enrolled.key().hex()).orElse(null),
        station.map(enrolled -> enrolled.validity().notBefore().toEpochMilli()).orElse(null),
        station.map(enrolled -> enrolled.validity().notAfter().toEpochMilli()).orElse(null));
  }

  private void end(String hospital, Voter voter, long next) {
    database.update(
        "update ledger_delegate set to_height = ? where hospital = ? and doctor = ?"
            + " and to_height is null",
        next - 1,
        hospital,
        voter.doctor().hex());
  }

  private Electorate electorate(String sql, Object... values) {
    List<Voter> voters = database.list(sql, DelegateTable::voter, values);
    return new Electorate(voters);
  }

  private static Voter voter(ResultSet row) throws SQLException {
    Pid doctor = Pid.ofHex(row.getString(1));
    @Nullable String key = row.getString(4);
    return new Voter(
        doctor,
        validity(row.getLong(2), row.getLong(3)),
        key == null
            ? Optional.empty()
            : Optional.of(
                new EnrolledStation(
                    doctor, ByteString.ofHex(key), validity(row.getLong(5), row.getLong(6)))));
  }

  private static Validity validity(long notBefore, long notAfter) {
    return new Validity(Instant.ofEpochMilli(notBefore), Instant.ofEpochMilli(notAfter));
  }
}
