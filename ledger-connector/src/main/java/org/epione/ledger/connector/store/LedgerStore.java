package org.epione.ledger.connector.store;

import javax.sql.DataSource;

/** The tables of the ledger. */
public final class LedgerStore {

  private final ChainTable chains;
  private final RecordTable records;
  private final TileTable tiles;
  private final CheckpointTable checkpoints;
  private final PendingTable pending;
  private final ProposalTable proposals;

  /** Tables on this data source; each call takes part in the caller's transaction. */
  public LedgerStore(DataSource dataSource) {
    Database database = new Database(dataSource);
    this.chains = new ChainTable(database);
    this.records = new RecordTable(database);
    this.tiles = new TileTable(database);
    this.checkpoints = new CheckpointTable(database);
    this.pending = new PendingTable(database);
    this.proposals = new ProposalTable(database);
  }

  /** Chains and blocks. */
  public ChainTable chains() {
    return chains;
  }

  /** Records on chains, and refused ones. */
  public RecordTable records() {
    return records;
  }

  /** The trees over all records. */
  public TileTable tiles() {
    return tiles;
  }

  /** Signed heads of the trees. */
  public CheckpointTable checkpoints() {
    return checkpoints;
  }

  /** Records that wait. */
  public PendingTable pending() {
    return pending;
  }

  /** Blocks that wait. */
  public ProposalTable proposals() {
    return proposals;
  }
}
