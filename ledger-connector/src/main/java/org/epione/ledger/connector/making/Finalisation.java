package org.epione.ledger.connector.making;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Logger;
import org.epione.ledger.block.Block;
import org.epione.ledger.block.Cosignature;
import org.epione.ledger.block.ProposedBlock;
import org.epione.ledger.connector.context.EpochEnds;
import org.epione.ledger.connector.context.LedgerContext;
import org.epione.ledger.connector.port.LedgerException;
import org.epione.ledger.connector.port.LedgerProblem;
import org.epione.ledger.connector.store.ChainRow;
import org.epione.ledger.connector.store.PlacedRecord;
import org.epione.ledger.connector.store.ProposalRow;
import org.epione.ledger.finality.Electorate;
import org.epione.ledger.merkle.MerkleTree;
import org.epione.ledger.receipt.Receipt;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.state.ChainState;
import org.epione.ledger.state.EpisodeOf;
import org.epione.ledger.state.Founding;
import org.epione.ledger.state.RecordPosition;

/**
 * Makes a hospital's block final when the cloud has cosigned it: stores it, answers all who wait
 * for its records, signs the new head of the log, and publishes the block, in one transaction.
 */
public final class Finalisation {

  static final String TOPIC = "epione.blocks";

  private static final Logger LOG = Logger.getLogger(Finalisation.class.getName());

  private final LedgerContext context;
  private final Receipts receipts;

  /** Works with what the context holds. */
  public Finalisation(LedgerContext context) {
    this.context = context;
    this.receipts = new Receipts(context);
  }

  /**
   * Takes the cloud's answer; an answer to a block that does not wait any more changes nothing.
   *
   * @throws LedgerException if the answer is not that of the chain's cloud
   */
  public void cosigned(String hospital, String from, Cosignature answer) {
    Optional<ChainRow> row = context.store().chains().lock(hospital, hospital);
    Optional<ProposalRow> proposal = context.store().proposals().find(hospital);
    if (row.isEmpty()
        || proposal
            .filter(ProposalRow::signed)
            .filter(waiting -> waiting.hash().equals(answer.block()))
            .isEmpty()) {
      return;
    }
    ProposedBlock block = context.store().proposals().block(hospital);
    ChainState state = context.states().at(context.store(), row.get());
    Founding founding = BlockMaking.cloud(state, block);
    if (!founding.cloud().code().equals(from)) {
      throw new LedgerException(LedgerProblem.BAD_MESSAGE, "cosignature from " + from);
    }
    answered(row.get(), state, founding, block, answer);
  }

  /**
   * The chain's cloud said this to the block that waits; the chain is locked.
   *
   * @return whether the block is final
   */
  boolean answered(
      ChainRow row, ChainState state, Founding founding, ProposedBlock block, Cosignature answer) {
    String hospital = row.hospital();
    if (answer.refusal().isPresent()) {
      LOG.warning(
          LedgerProblem.BLOCK_REFUSED.about(
              hospital + " block " + answer.height() + ": " + answer.refusal().get()));
      context.store().proposals().refused(hospital, answer.refusal().get());
      context.store().leases().doubt(hospital);
      return false;
    }
    boolean holds =
        context
            .checks()
            .ed25519(
                founding.cloud().identity().signingKey(),
                block.header().encode(),
                answer.signature().orElseThrow());
    if (!holds) {
      throw new LedgerException(
          LedgerProblem.BAD_MESSAGE, "false cosignature in the name of " + founding.cloud().code());
    }
    store(row, founding, state, Block.of(block, answer.signature().orElseThrow()));
    return true;
  }

  /** Stores a block that is checked and follows on {@code row}, which is locked. */
  void store(ChainRow row, Founding founding, ChainState before, Block block) {
    String hospital = row.hospital();
    new EpochEnds(context.store()).append(row, before, block);
    List<LedgerRecord> records = block.records();
    MerkleTree tree = Block.tree(records);
    List<PlacedRecord> placed = new ArrayList<>();
    List<Receipt> made = new ArrayList<>();
    ChainState state = before;
    for (int i = 0; i < records.size(); i++) {
      LedgerRecord record = records.get(i);
      RecordPosition position = new RecordPosition(block.header().height(), i);
      state = state.apply(record, position);
      placed.add(
          new PlacedRecord(
              record, position, row.records() + i, EpisodeOf.record(state, record.body())));
      made.add(Receipt.ofFinal(row.pid(), record.id(), Receipts.inclusion(block, tree, i)));
    }
    context.store().records().add(hospital, placed);
    receipts.answerAll(hospital, made);
    context.store().pending().remove(hospital, records);
    context.store().proposals().remove(hospital);
    // Nearly no block changes it; what is not as the chain says is mended by CloudAgreement.
    Electorate electorate = Electorate.after(state);
    if (!electorate.equals(Electorate.after(before))) {
      context.store().delegates().change(hospital, block.header().height() + 1, electorate);
    }
    new LogGrowth(context).grow(row, founding.hospital().identity(), records, state.log());
    context
        .dispatch()
        .publish(
            TOPIC,
            block.encode(),
            Map.of(
                "epione_hospital",
                hospital,
                "epione_height",
                Long.toString(block.header().height())));
  }
}
