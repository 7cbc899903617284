package org.epione.ledger.connector.store;

import java.util.Optional;
import org.epione.ledger.transparency.SignedNote;

/** The heads that hospitals signed. */
public final class CheckpointTable {

  private final Database database;

  CheckpointTable(Database database) {
    this.database = database;
  }

  /** Keeps a head of this size; there is never another of the same size. */
  public void add(String hospital, long size, SignedNote note) {
    database.update(
        "insert into ledger_checkpoint (hospital, tree_size, note, cosignatures)"
            + " values (?, ?, ?, 0)",
        hospital,
        size,
        note.encode());
  }

  /** The largest head. */
  public Optional<SignedNote> latest(String hospital) {
    return database.first(
        "select note from ledger_checkpoint where hospital = ? order by tree_size desc limit 1",
        result -> SignedNote.parse(result.getBytes(1)),
        hospital);
  }

  /** The head of this size. */
  public Optional<SignedNote> find(String hospital, long size) {
    return database.first(
        "select note from ledger_checkpoint where hospital = ? and tree_size = ?",
        result -> SignedNote.parse(result.getBytes(1)),
        hospital,
        size);
  }

  /** The head of this size, and nobody else may add to it until the transaction ends. */
  public Optional<SignedNote> lock(String hospital, long size) {
    return database.first(
        "select note from ledger_checkpoint where hospital = ? and tree_size = ? for update",
        result -> SignedNote.parse(result.getBytes(1)),
        hospital,
        size);
  }

  /** One more witness cosigned the head of this size; it is locked. */
  public void cosigned(String hospital, long size, SignedNote note) {
    database.update(
        "update ledger_checkpoint set note = ?, cosignatures = cosignatures + 1"
            + " where hospital = ? and tree_size = ?",
        note.encode(),
        hospital,
        size);
  }

  /** Whether a witness cosigned a head above this size. */
  public boolean isCosignedAbove(String hospital, long size) {
    return database
        .first(
            "select tree_size from ledger_checkpoint where hospital = ? and tree_size > ?"
                + " and cosignatures > 0 limit 1",
            result -> result.getLong(1),
            hospital,
            size)
        .isPresent();
  }

  /** Of the heads above this size the one that most witnesses cosigned, the earliest of these. */
  public Optional<SignedNote> above(String hospital, long size) {
    return database.first(
        "select note from ledger_checkpoint where hospital = ? and tree_size > ?"
            + " order by cosignatures desc, tree_size limit 1",
        result -> SignedNote.parse(result.getBytes(1)),
        hospital,
        size);
  }
}
