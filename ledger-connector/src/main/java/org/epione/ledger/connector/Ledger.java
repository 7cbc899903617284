package org.epione.ledger.connector;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.connector.archive.EpochArchives;
import org.epione.ledger.connector.context.ChainStates;
import org.epione.ledger.connector.context.LedgerContext;
import org.epione.ledger.connector.context.WriterLease;
import org.epione.ledger.connector.making.BlockMaking;
import org.epione.ledger.connector.making.Foundation;
import org.epione.ledger.connector.making.Offer;
import org.epione.ledger.connector.port.Dispatch;
import org.epione.ledger.connector.port.EvidenceCheck;
import org.epione.ledger.connector.port.LedgerEnvironment;
import org.epione.ledger.connector.port.LedgerException;
import org.epione.ledger.connector.port.PartyDirectory;
import org.epione.ledger.connector.port.PartySigner;
import org.epione.ledger.connector.station.StationMessages;
import org.epione.ledger.connector.store.ChainRow;
import org.epione.ledger.connector.store.LedgerStore;
import org.epione.ledger.connector.store.WitnessRow;
import org.epione.ledger.connector.witness.HeadExchange;
import org.epione.ledger.connector.witness.HeadOffers;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.state.ChainState;
import org.epione.ledger.state.SignatureChecks;
import org.epione.ledger.transparency.NoteVerifier;

/**
 * The ledger of this server: one transaction for each message and each step of a block maker, and
 * the states of the chains in memory. For the connector's own message and timer beans; whoever
 * wants to read chains uses {@link Chains}.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@PermitAll
public class Ledger {

  @Resource(lookup = "java:app/jdbc/EpioneDS")
  private DataSource dataSource;

  @EJB private PartySigner signer;
  @EJB private PartyDirectory directory;
  @EJB private Dispatch dispatch;
  @EJB private EvidenceCheck evidence;
  @EJB private LedgerEnvironment environment;

  private static final int RUN_BYTES = 4;

  private LedgerContext context;

  /** For the container. */
  @SuppressWarnings("NullAway.Init")
  public Ledger() {}

  /** Called by the container. */
  @PostConstruct
  void assemble() {
    context =
        new LedgerContext(
            new LedgerStore(dataSource),
            new ChainStates(),
            new SignatureChecks(environment.crypto()),
            new NoteVerifier(environment.crypto().ed25519()),
            signer,
            directory,
            dispatch,
            evidence,
            new WriterLease(server(), WriterLease.DEFAULT),
            environment.crypto().random(),
            environment.clock());
  }

  /** Another name at each start: what held a lease before has ended. */
  private String server() {
    return environment.node()
        + " "
        + HexFormat.of().formatHex(environment.crypto().random().bytes(RUN_BYTES));
  }

  /** Verifies the signatures on messages, so that {@link #receive} need not. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void verify(List<byte[]> messages) {
    new Envelopes(context).verify(messages);
  }

  /**
   * Takes in messages, all or none.
   *
   * @return for each the hospital on whose chain there may be something to do now
   * @throws LedgerException if one of them is not acceptable, now and always
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public List<Optional<String>> receive(List<byte[]> messages) {
    return new Envelopes(context).handle(messages);
  }

  /**
   * Does what a station asks for, and answers.
   *
   * @throws LedgerException if the message is not acceptable
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public byte[] answerStation(byte[] message) {
    return new StationMessages(context).answer(message);
  }

  /**
   * Does the next thing that is due on the chain of this hospital.
   *
   * @param offer how a block is offered to a cloud that is hosted here
   * @return whether there is more to do, in a transaction of its own
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public boolean step(String hospital, Offer offer) {
    return new BlockMaking(context).step(hospital, offer);
  }

  /** Lets another server make the blocks of this hospital at once. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void release(String hospital) {
    if (context.store().chains().lock(hospital, hospital).isPresent()) {
      context.lease().release(context.store().leases(), hospital);
    }
  }

  /**
   * Deletes the records of an epoch that lie in a file.
   *
   * @param by who asks for it
   * @throws LedgerException if the epoch may not be archived, or not by this file
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void deleteEpoch(String hospital, long epoch, String name, Digest digest, String by) {
    new EpochArchives(context).delete(hospital, epoch, name, digest, by);
  }

  /** Offers the head of this hospital's log to witnesses, where that is due. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void offerHead(String hospital) {
    new HeadOffers(context).step(hospital);
  }

  /** The logs that parties hosted here witness. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public List<WitnessRow> witnessed() {
    return context.store().witnesses().all();
  }

  /** Compares what is known of this log with its other witnesses, where that is due. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void exchangeHeads(WitnessRow row) {
    new HeadExchange(context).step(row);
  }

  /** Does what must not wait for others in one transaction, between questions to them. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public <T> T inTransaction(Function<LedgerContext, T> work) {
    return work.apply(context);
  }

  /** The hospitals whose chains are made here. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public List<String> hospitals() {
    return context.store().chains().ofHospitals().stream().map(ChainRow::hospital).toList();
  }

  /** Founds the chain of a hospital in the caller's transaction. */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public void found(String hospital, LedgerRecord founding) {
    new Foundation(context).found(hospital, founding);
  }

  /** The state of the copy of a chain that {@code holder}, hosted here, keeps. */
  @TransactionAttribute(TransactionAttributeType.REQUIRED)
  public Optional<ChainState> state(String holder, String hospital) {
    return context
        .store()
        .chains()
        .find(holder, hospital)
        .map(row -> context.states().at(context.store(), row));
  }
}
