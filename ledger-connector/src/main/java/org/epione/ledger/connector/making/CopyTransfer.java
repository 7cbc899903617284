package org.epione.ledger.connector.making;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.logging.Logger;
import org.epione.crypto.codec.ByteString;
import org.epione.ledger.block.Block;
import org.epione.ledger.block.SignedHeader;
import org.epione.ledger.connector.context.EquivocationAlarms;
import org.epione.ledger.connector.context.LedgerContext;
import org.epione.ledger.connector.context.StoredBlocks;
import org.epione.ledger.connector.port.LedgerProblem;
import org.epione.ledger.connector.store.ChainRow;
import org.epione.ledger.record.HospitalAdmittedBody;
import org.epione.ledger.state.BlockVerdict;

/**
 * Takes blocks over from the other supernode's copy of a chain, as far as they continue what is
 * here: each is checked like any block, and has to have both signatures. Blocks of another history
 * convict whoever signed both.
 */
final class CopyTransfer {

  private static final Logger LOG = Logger.getLogger(CopyTransfer.class.getName());

  private final LedgerContext context;

  CopyTransfer(LedgerContext context) {
    this.context = context;
  }

  /**
   * Takes over what is missing here. The chain is locked.
   *
   * @param blocks encoded, in the order of their heights; those that are here are only compared
   * @param cloud code of the chain's cloud, where it is known
   * @param keep stores a block that was checked
   * @return the chain afterwards; empty if a block was not acceptable, and those after it not taken
   */
  Optional<ChainRow> take(
      ChainRow row,
      List<ByteString> blocks,
      Optional<String> cloud,
      BiConsumer<ChainRow, Block> keep) {
    ChainRow reached = row;
    for (ByteString encoded : blocks) {
      Block block = Block.decode(encoded.bytes());
      Optional<String> fault = fault(reached, block, cloud);
      if (fault.isPresent()) {
        LOG.severe(
            LedgerProblem.COPY_DIFFERS.about(
                row.hospital() + " block " + block.header().height() + ": " + fault.get()));
        alarmIfContradicting(reached, block);
        return Optional.empty();
      }
      if (block.header().height() > reached.height()) {
        keep.accept(reached, block);
        reached = context.store().chains().find(row.holder(), row.hospital()).orElseThrow();
      }
    }
    return Optional.of(reached);
  }

  private Optional<String> fault(ChainRow row, Block block, Optional<String> cloud) {
    long height = block.header().height();
    if (height <= row.height()) {
      SignedHeader own = StoredBlocks.header(context.store(), row.holder(), row.hospital(), height);
      return own.header().equals(block.header()) ? Optional.empty() : Optional.of("another block");
    }
    // Evidence was opened before the hospital signed, and what opens it may be lost.
    BlockVerdict verdict =
        context.cloudCheck().checkFinal(context.states().at(context.store(), row), block);
    if (verdict.fault().isPresent()) {
      return Optional.of(verdict.fault().get().code());
    }
    boolean byOthers =
        height == 0
            && !Founders.areKnown(
                context.directory(),
                (HospitalAdmittedBody) block.records().get(0).body(),
                row.hospital(),
                cloud);
    return byOthers ? Optional.of("founded by others") : Optional.empty();
  }

  private void alarmIfContradicting(ChainRow row, Block block) {
    long at = Math.min(block.header().height(), row.height());
    context
        .states()
        .at(context.store(), row)
        .founding()
        .ifPresent(
            founding ->
                new EquivocationAlarms(context)
                    .raise(
                        founding,
                        StoredBlocks.header(context.store(), row.holder(), row.hospital(), at),
                        block.signedHeader(),
                        row.holder()));
  }
}
