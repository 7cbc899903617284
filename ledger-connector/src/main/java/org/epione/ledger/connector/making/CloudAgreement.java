package org.epione.ledger.connector.making;

import java.time.Duration;
import java.util.Optional;
import java.util.logging.Logger;
import org.epione.crypto.codec.ByteString;
import org.epione.ledger.block.Block;
import org.epione.ledger.block.ChainCopy;
import org.epione.ledger.block.CopyWanted;
import org.epione.ledger.connector.context.LedgerContext;
import org.epione.ledger.connector.port.LedgerException;
import org.epione.ledger.connector.port.LedgerProblem;
import org.epione.ledger.connector.store.ChainRow;
import org.epione.ledger.connector.store.LeaseRow;
import org.epione.ledger.connector.store.PendingRecord;
import org.epione.ledger.connector.store.ProposalRow;
import org.epione.ledger.finality.Electorate;
import org.epione.ledger.record.HospitalAdmittedBody;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.state.ChainState;
import org.epione.ledger.state.Founding;

/**
 * Before a server decides on anything, the cloud has to say that its copy of the chain goes no
 * further than the hospital's. It does where the hospital's database was restored from a backup:
 * then the hospital has signed blocks that it does not know any more, and would sign others of
 * their heights. What is missing is taken from the cloud, checked like any block, and stored as it
 * was. Asked again under each epoch of the lease, and after each block that the cloud refuses.
 */
public final class CloudAgreement {

  /**
   * Type of the message that asks the cloud for its copy of a chain; payload: a {@link CopyWanted}.
   */
  public static final String WANTED = "ledger.copy-wanted";

  private static final Duration PAUSE = Duration.ofSeconds(5);

  private static final Logger LOG = Logger.getLogger(CloudAgreement.class.getName());

  private final LedgerContext context;

  /** Works with what the context holds. */
  public CloudAgreement(LedgerContext context) {
    this.context = context;
  }

  /** Whether the cloud has agreed, under the lease that a server has now. */
  public boolean isReached(String hospital) {
    return context
        .store()
        .leases()
        .find(hospital)
        .filter(LeaseRow::agreed)
        .filter(LeaseRow::isHeld)
        .isPresent();
  }

  /**
   * The same, and asks the cloud if it has not; this server has the lease, and the chain locked.
   */
  boolean reach(ChainRow row, LeaseRow lease) {
    if (lease.agreed()) {
      return true;
    }
    if (lease.asked().filter(asked -> !context.hasPassed(PAUSE, asked)).isEmpty()) {
      ask(row, lease);
    }
    return false;
  }

  private void ask(ChainRow row, LeaseRow lease) {
    Optional<String> cloud = founding(row).map(founding -> founding.cloud().code());
    if (cloud.isEmpty()) {
      return;
    }
    // The same question until it is answered: a slow answer is as good as a quick one.
    ByteString question =
        lease
            .question()
            .orElseGet(() -> ByteString.of(context.random().bytes(CopyWanted.QUESTION_LENGTH)));
    context.store().leases().asked(row.hospital(), question, context.now());
    // The last block of the own copy is asked for as well: to see that both mean the same chain.
    CopyWanted wanted = new CopyWanted(row.pid(), question, Math.max(0, row.height()));
    context.dispatch().send(row.hospital(), cloud.get(), WANTED, wanted.encode());
  }

  /**
   * Takes the cloud's answer; an answer to an earlier question changes nothing.
   *
   * @throws LedgerException if the answer is not that of the chain's cloud, or no blocks of it
   */
  public void answered(String hospital, String from, ChainCopy copy) {
    Optional<ChainRow> locked = context.store().chains().lock(hospital, hospital);
    Optional<LeaseRow> lease = context.store().leases().find(hospital);
    if (locked.isEmpty()
        || lease.flatMap(LeaseRow::question).filter(copy.question()::equals).isEmpty()) {
      return;
    }
    ChainRow row = locked.get();
    if (founding(row).filter(known -> known.cloud().code().equals(from)).isEmpty()
        || !copy.chain().equals(row.pid())) {
      throw new LedgerException(LedgerProblem.BAD_MESSAGE, "copy of a chain from " + from);
    }
    if (copy.height() > row.height()) {
      LOG.warning(
          LedgerProblem.BEHIND_CLOUD.about(
              hospital + " has block " + row.height() + ", " + from + " " + copy.height()));
    }
    Optional<ChainRow> taken =
        new CopyTransfer(context).take(row, copy.blocks(), Optional.of(from), this::keep);
    if (taken.isEmpty()) {
      return;
    }
    if (taken.get().height() >= copy.height()) {
      mendDelegates(taken.get());
      context.store().leases().agree(hospital);
    } else if (taken.get().height() > row.height()) {
      ask(taken.get(), lease.get());
    }
  }

  private void keep(ChainRow row, Block block) {
    sayIfForked(row, block);
    new Finalisation(context).store(row, founding(row).orElseThrow(), state(row), block);
  }

  /**
   * Who may countersign is written when a block changes it ({@link Finalisation}). Whatever else is
   * there, as after a restore of some tables only, would stay: so it is compared with the chain
   * once for each server that comes to make blocks, from the next block on.
   */
  private void mendDelegates(ChainRow row) {
    context
        .store()
        .delegates()
        .change(row.hospital(), row.height() + 1, Electorate.after(state(row)));
  }

  /** The hospital signed the block that waited, and the one that is final: for good, two. */
  private void sayIfForked(ChainRow row, Block block) {
    context
        .store()
        .proposals()
        .find(row.hospital())
        .filter(ProposalRow::signed)
        .filter(proposal -> !proposal.hash().equals(block.hash()))
        .ifPresent(
            proposal ->
                LOG.severe(
                    LedgerProblem.EQUIVOCATION.about(
                        row.hospital() + " height " + proposal.height())));
  }

  /** As the chain says, or as its first record will. */
  private Optional<Founding> founding(ChainRow row) {
    return state(row)
        .founding()
        .or(
            () ->
                context.store().pending().inTurn(row.hospital(), BlockMaking.LOOK_AHEAD).stream()
                    .map(PendingRecord::record)
                    .map(LedgerRecord::body)
                    .filter(HospitalAdmittedBody.class::isInstance)
                    .map(body -> Founding.of((HospitalAdmittedBody) body))
                    .findFirst());
  }

  private ChainState state(ChainRow row) {
    return context.states().at(context.store(), row);
  }
}
