package org.epione.ledger.connector.making;

import java.util.Optional;
import java.util.logging.Logger;
import org.epione.crypto.codec.ByteString;
import org.epione.ledger.block.Block;
import org.epione.ledger.block.BlockHeader;
import org.epione.ledger.block.ChainCopy;
import org.epione.ledger.block.CopyWanted;
import org.epione.ledger.block.ProposedBlock;
import org.epione.ledger.connector.context.EquivocationAlarms;
import org.epione.ledger.connector.context.LedgerContext;
import org.epione.ledger.connector.context.StoredBlocks;
import org.epione.ledger.connector.port.LedgerProblem;
import org.epione.ledger.connector.store.ChainRow;
import org.epione.ledger.identity.PartyCertificate;
import org.epione.ledger.record.HospitalAdmittedBody;
import org.epione.ledger.state.BlockVerdict;

/**
 * A cloud whose database was restored from a backup has forgotten blocks that it signed. It notices
 * when a hospital offers a block above the next, cosigns nothing of that chain from then on, asks
 * the hospital for the blocks between, and takes those that both have signed. A hospital that shows
 * no second history never offers a block of a height that the cloud has signed before, so nothing
 * is signed twice before that either.
 */
final class CloudCatchUp {

  static final String WANTED = "ledger.original-wanted";

  private static final Logger LOG = Logger.getLogger(CloudCatchUp.class.getName());

  private final LedgerContext context;

  CloudCatchUp(LedgerContext context) {
    this.context = context;
  }

  /**
   * Whether blocks before this one are missing here; then asks for them. The copy is locked.
   *
   * @param hospital certificate of who has to have signed the block for that to be believed
   */
  boolean isNeeded(ChainRow row, PartyCertificate hospital, ProposedBlock block) {
    BlockHeader header = block.header();
    boolean ahead =
        header.height() > row.height() + 1
            && header.chain().equals(row.pid())
            && context
                .checks()
                .ed25519(hospital.identity().signingKey(), header.encode(), block.hospital());
    if (ahead) {
      LOG.warning(
          LedgerProblem.CLOUD_BEHIND.about(
              row.hospital() + " offers block " + header.height() + " after " + row.height()));
      context.store().chains().known(row, header.height() - 1);
    }
    if (ahead || row.isBehind()) {
      ask(row);
    }
    return ahead || row.isBehind();
  }

  private void ask(ChainRow row) {
    CopyWanted wanted =
        new CopyWanted(
            row.pid(),
            ByteString.of(context.random().bytes(CopyWanted.QUESTION_LENGTH)),
            Math.max(0, row.height()));
    context.dispatch().send(row.holder(), row.hospital(), WANTED, wanted.encode());
  }

  /** Takes blocks of the original, as far as both have signed them and they follow on. */
  void answered(String cloud, String hospital, ChainCopy copy) {
    Optional<ChainRow> locked = context.store().chains().lock(cloud, hospital);
    if (locked.filter(row -> row.pid().equals(copy.chain())).isEmpty()) {
      return;
    }
    ChainRow row = locked.get();
    long before = row.height();
    for (ByteString encoded : copy.blocks()) {
      Block block = Block.decode(encoded.bytes());
      Optional<String> fault = fault(row, block);
      if (fault.isPresent()) {
        LOG.severe(
            LedgerProblem.COPY_DIFFERS.about(
                hospital + " block " + block.header().height() + ": " + fault.get()));
        alarmIfContradicting(row, block);
        return;
      }
      if (block.header().height() > row.height()) {
        context.store().chains().append(row, block);
        row = context.store().chains().find(cloud, hospital).orElseThrow();
      }
    }
    if (row.isBehind() && row.height() > before) {
      ask(row);
    }
  }

  /** Blocks that contradict what is here convict whoever signed both. */
  private void alarmIfContradicting(ChainRow row, Block block) {
    long at = Math.min(block.header().height(), row.height());
    context
        .states()
        .at(context.store().chains(), row)
        .founding()
        .ifPresent(
            founding ->
                new EquivocationAlarms(context)
                    .raise(
                        founding,
                        StoredBlocks.at(context.store(), row.holder(), row.hospital(), at)
                            .signedHeader(),
                        block.signedHeader(),
                        row.holder()));
  }

  private Optional<String> fault(ChainRow row, Block block) {
    long height = block.header().height();
    if (height <= row.height()) {
      Block own = StoredBlocks.at(context.store(), row.holder(), row.hospital(), height);
      return own.hash().equals(block.hash()) ? Optional.empty() : Optional.of("another block");
    }
    BlockVerdict verdict =
        context.cloudCheck().checkFinal(context.states().at(context.store().chains(), row), block);
    if (verdict.fault().isPresent()) {
      return Optional.of(verdict.fault().get().code());
    }
    boolean byOthers =
        height == 0
            && !Founders.areKnown(
                context.directory(),
                (HospitalAdmittedBody) block.records().get(0).body(),
                row.hospital(),
                Optional.of(row.holder()));
    return byOthers ? Optional.of("founded by others") : Optional.empty();
  }
}
