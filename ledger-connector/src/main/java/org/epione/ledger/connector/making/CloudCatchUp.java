package org.epione.ledger.connector.making;

import java.util.Optional;
import java.util.logging.Logger;
import org.epione.crypto.codec.ByteString;
import org.epione.ledger.block.BlockHeader;
import org.epione.ledger.block.ChainCopy;
import org.epione.ledger.block.CopyWanted;
import org.epione.ledger.block.ProposedBlock;
import org.epione.ledger.connector.context.EpochEnds;
import org.epione.ledger.connector.context.LedgerContext;
import org.epione.ledger.connector.port.LedgerProblem;
import org.epione.ledger.connector.store.ChainRow;
import org.epione.ledger.identity.PartyCertificate;

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
    // Where both are hosted here: as a block maker locks them, the hospital's chain first.
    context.store().chains().lock(hospital, hospital);
    Optional<ChainRow> locked = context.store().chains().lock(cloud, hospital);
    if (locked.filter(row -> row.pid().equals(copy.chain())).isEmpty()) {
      return;
    }
    ChainRow row = locked.get();
    new CopyTransfer(context)
        .take(
            row,
            copy.blocks(),
            Optional.of(cloud),
            (reached, block) ->
                new EpochEnds(context.store())
                    .append(reached, context.states().at(context.store(), reached), block))
        .filter(reached -> reached.isBehind() && reached.height() > row.height())
        .ifPresent(this::ask);
  }
}
