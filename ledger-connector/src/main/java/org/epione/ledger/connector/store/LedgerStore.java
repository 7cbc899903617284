package org.epione.ledger.connector.store;

import java.time.Duration;
import javax.sql.DataSource;

/** The tables of the ledger. */
public final class LedgerStore {

  /** Longer than a garbage collection, shorter than a lease of the writer. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Database database;
  private final ChainTable chains;
  private final RecordTable records;
  private final RefusalTable refusals;
  private final TileTable tiles;
  private final CheckpointTable checkpoints;
  private final WitnessTable witnesses;
  private final ContradictionTable contradictions;
  private final CosignerTable cosigners;
  private final ApartTable apart;
  private final PendingTable pending;
  private final ProposalTable proposals;
  private final LeaseTable leases;
  private final DelegateTable delegates;
  private final VoteTable votes;
  private final AlarmTable alarms;
  private final AnchorTable anchors;
  private final StampTable stamps;
  private final StandingTable standings;
  private final EpochTable epochs;
  private final ArchiveTable archives;

  /** Tables on this data source; each call takes part in the caller's transaction. */
  public LedgerStore(DataSource dataSource) {
    this(dataSource, PATIENCE);
  }

  /**
   * The same.
   *
   * @param patience after how long PostgreSQL ends a transaction that changes a chain, or takes
   *     records in, and does nothing
   */
  public LedgerStore(DataSource dataSource, Duration patience) {
    this.database = new Database(dataSource, patience);
    this.chains = new ChainTable(database);
    this.records = new RecordTable(database);
    this.refusals = new RefusalTable(database);
    this.tiles = new TileTable(database);
    this.checkpoints = new CheckpointTable(database);
    this.witnesses = new WitnessTable(database);
    this.contradictions = new ContradictionTable(database);
    this.cosigners = new CosignerTable(database);
    this.apart = new ApartTable(database);
    this.pending = new PendingTable(database);
    this.proposals = new ProposalTable(database);
    this.leases = new LeaseTable(database);
    this.delegates = new DelegateTable(database);
    this.votes = new VoteTable(database);
    this.alarms = new AlarmTable(database);
    this.anchors = new AnchorTable(database);
    this.stamps = new StampTable(database);
    this.standings = new StandingTable(database);
    this.epochs = new EpochTable(database);
    this.archives = new ArchiveTable(database);
  }

  /**
   * Has PostgreSQL end this transaction when its server stops in it for longer than a short while:
   * what it has looked at is then no longer true, and others may wait for what it has written.
   */
  public void endIfAbandoned() {
    database.endIfAbandoned();
  }

  /** Chains and blocks. */
  public ChainTable chains() {
    return chains;
  }

  /** Records that were refused. */
  public RefusalTable refusals() {
    return refusals;
  }

  /** Records on chains. */
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

  /** What witnesses hosted here cosigned. */
  public WitnessTable witnesses() {
    return witnesses;
  }

  /** Evidence against logs. */
  public ContradictionTable contradictions() {
    return contradictions;
  }

  /** How logs stand with their witnesses. */
  public CosignerTable cosigners() {
    return cosigners;
  }

  /** Heads of logs that are not known to be of one history. */
  public ApartTable apart() {
    return apart;
  }

  /** Records that wait. */
  public PendingTable pending() {
    return pending;
  }

  /** Blocks that wait. */
  public ProposalTable proposals() {
    return proposals;
  }

  /** Who makes the blocks. */
  public LeaseTable leases() {
    return leases;
  }

  /** Who may countersign. */
  public DelegateTable delegates() {
    return delegates;
  }

  /** Countersignatures. */
  public VoteTable votes() {
    return votes;
  }

  /** Closed epochs. */
  public EpochTable epochs() {
    return epochs;
  }

  /** Archived epochs. */
  public ArchiveTable archives() {
    return archives;
  }

  /** Proofs of two histories. */
  public AlarmTable alarms() {
    return alarms;
  }

  /** Checkpoints anchored in a network. */
  public AnchorTable anchors() {
    return anchors;
  }

  /** Time stamps on heads. */
  public StampTable stamps() {
    return stamps;
  }

  /** How servers that are not ours answered last. */
  public StandingTable standings() {
    return standings;
  }
}
