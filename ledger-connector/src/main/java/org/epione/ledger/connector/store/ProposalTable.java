package org.epione.ledger.connector.store;

import java.time.Instant;
import java.util.Optional;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.block.ProposedBlock;

/** The one block of each hospital that was decided on and is not final yet. */
public final class ProposalTable {

  private final Database database;

  ProposalTable(Database database) {
    this.database = database;
  }

  /** Keeps a block that was decided on, not signed yet. */
  public void add(String hospital, ProposedBlock block, Instant now) {
    database.update(
        "insert into ledger_proposal (hospital, height, hash, content, sent_at, attempts)"
            + " values (?, ?, ?, ?, ?, 1)",
        hospital,
        block.header().height(),
        block.header().hash().hex(),
        block.encode(),
        now.toEpochMilli());
  }

  /** The hospital signed it, and it is sent the first time. */
  public void signed(String hospital, ProposedBlock block, Instant sent) {
    database.update(
        "update ledger_proposal set signed = true, content = ?, sent_at = ? where hospital = ?",
        block.encode(),
        sent.toEpochMilli(),
        hospital);
  }

  /** What there is to know of the block that waits. */
  public Optional<ProposalRow> find(String hospital) {
    return database.first(
        "select height, hash, signed, sent_at, attempts, refusal from ledger_proposal"
            + " where hospital = ?",
        result ->
            new ProposalRow(
                result.getLong(1),
                Digest.ofHex(result.getString(2)),
                result.getBoolean(3),
                Instant.ofEpochMilli(result.getLong(4)),
                result.getInt(5),
                Optional.ofNullable(result.getString(6))),
        hospital);
  }

  /** The block that waits; until it is signed, the signature in it is none. */
  public ProposedBlock block(String hospital) {
    return database
        .first(
            "select content from ledger_proposal where hospital = ?",
            result -> ProposedBlock.decode(result.getBytes(1)),
            hospital)
        .orElseThrow();
  }

  /** It was sent once more. */
  public void sentAgain(String hospital, Instant sent) {
    database.update(
        "update ledger_proposal set sent_at = ?, attempts = attempts + 1 where hospital = ?",
        sent.toEpochMilli(),
        hospital);
  }

  /** The cloud refused it. */
  public void refused(String hospital, String why) {
    database.update("update ledger_proposal set refusal = ? where hospital = ?", why, hospital);
  }

  /** It is final. */
  public void remove(String hospital) {
    database.update("delete from ledger_proposal where hospital = ?", hospital);
  }
}
