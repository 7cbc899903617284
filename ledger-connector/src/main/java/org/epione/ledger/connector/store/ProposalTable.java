package org.epione.ledger.connector.store;

import java.time.Instant;
import java.util.Optional;
import org.epione.ledger.block.ProposedBlock;

/** The one block of each hospital that waits for the cloud's signature. */
public final class ProposalTable {

  private final Database database;

  ProposalTable(Database database) {
    this.database = database;
  }

  /** Keeps a block before it is sent the first time. */
  public void add(String hospital, ProposedBlock block, Instant sent) {
    database.update(
        "insert into ledger_proposal (hospital, height, hash, content, sent_at, attempts)"
            + " values (?, ?, ?, ?, ?, 1)",
        hospital,
        block.header().height(),
        block.header().hash().hex(),
        block.encode(),
        sent.toEpochMilli());
  }

  /** The block that waits. */
  public Optional<ProposalRow> find(String hospital) {
    return database.first(
        "select content, sent_at, attempts, refusal from ledger_proposal where hospital = ?",
        result ->
            new ProposalRow(
                ProposedBlock.decode(result.getBytes(1)),
                Instant.ofEpochMilli(result.getLong(2)),
                result.getInt(3),
                Optional.ofNullable(result.getString(4))),
        hospital);
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
