package org.epione.ledger.connector.making;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;
import org.epione.crypto.codec.ByteString;
import org.epione.ledger.block.ArchivedBlocks;
import org.epione.ledger.block.Block;
import org.epione.ledger.block.ChainCopy;
import org.epione.ledger.block.CopyWanted;
import org.epione.ledger.connector.context.LedgerContext;
import org.epione.ledger.connector.port.LedgerException;
import org.epione.ledger.connector.port.LedgerProblem;
import org.epione.ledger.connector.store.ArchiveRow;
import org.epione.ledger.connector.store.ChainRow;
import org.epione.ledger.state.ChainState;

/**
 * The cloud tells a hospital where its copy of the hospital's chain ends, and gives blocks back; so
 * does the hospital where the cloud has forgotten blocks.
 */
public final class CloudCopy {

  /** Type of the message with which a cloud tells of its copy; payload: a {@link ChainCopy}. */
  public static final String COPY = "ledger.copy";

  /** Type of the message with which a hospital gives blocks back; payload: a {@link ChainCopy}. */
  public static final String ORIGINAL = "ledger.original";

  /** Type of the answer where those blocks lie in an archive; payload: {@link ArchivedBlocks}. */
  public static final String ARCHIVED = "ledger.archived";

  private static final Logger LOG = Logger.getLogger(CloudCopy.class.getName());

  private final LedgerContext context;

  /** Works with what the context holds. */
  public CloudCopy(LedgerContext context) {
    this.context = context;
  }

  /**
   * Answers {@code hospital}, which asks {@code cloud}.
   *
   * @throws LedgerException if it names another chain than its own
   */
  public void wanted(String cloud, String hospital, CopyWanted wanted) {
    Optional<ChainRow> row = context.store().chains().find(cloud, hospital);
    if (row.filter(copy -> !copy.pid().equals(wanted.chain())).isPresent()) {
      throw new LedgerException(LedgerProblem.BAD_MESSAGE, hospital + " asks for another chain");
    }
    answer(cloud, hospital, hospital, COPY, wanted, row);
  }

  /**
   * Answers the cloud of {@code hospital}, which asks for blocks of the original.
   *
   * @throws LedgerException if it is not the cloud of that chain
   */
  public void originalWanted(String hospital, String cloud, CopyWanted wanted) {
    ChainRow row =
        context
            .store()
            .chains()
            .find(hospital, hospital)
            .filter(own -> own.pid().equals(wanted.chain()))
            .orElseThrow(() -> new LedgerException(LedgerProblem.NO_CHAIN, hospital));
    ChainState state = context.states().at(context.store(), row);
    if (state.founding().filter(known -> known.cloud().code().equals(cloud)).isEmpty()) {
      throw new LedgerException(
          LedgerProblem.BAD_MESSAGE, cloud + " is not the cloud of " + hospital);
    }
    answer(hospital, cloud, hospital, ORIGINAL, wanted, Optional.of(row));
  }

  /** Says what the other side is missing: it cannot be had by messages. */
  public void archived(String here, String from, ArchivedBlocks archived) {
    LOG.severe(
        LedgerProblem.COPY_ARCHIVED.about(
            here
                + ": blocks up to "
                + archived.lastHeight()
                + ", archived by "
                + from
                + ", digest "
                + archived.digest().hex()));
  }

  private void answer(
      String holder,
      String asking,
      String hospital,
      String type,
      CopyWanted wanted,
      Optional<ChainRow> row) {
    Optional<ArchiveRow> archive = context.store().archives().at(holder, hospital, wanted.from());
    if (archive.isPresent()) {
      ArchivedBlocks answer =
          new ArchivedBlocks(
              wanted.chain(),
              wanted.question(),
              archive.get().lastHeight(),
              archive.get().digest());
      context.dispatch().send(holder, asking, ARCHIVED, answer.encode());
    } else {
      context.dispatch().send(holder, asking, type, copy(holder, hospital, row, wanted).encode());
    }
  }

  private ChainCopy copy(
      String holder, String hospital, Optional<ChainRow> row, CopyWanted wanted) {
    return new ChainCopy(
        wanted.chain(),
        wanted.question(),
        row.map(ChainRow::height).orElse(-1L),
        blocks(holder, hospital, wanted.from()));
  }

  private List<ByteString> blocks(String holder, String hospital, long from) {
    List<ByteString> blocks = new ArrayList<>();
    int left = ChainCopy.MOST_BYTES;
    for (long height = from; blocks.size() < ChainCopy.MOST && left >= Block.MAX_LENGTH; height++) {
      Optional<byte[]> block = context.store().chains().block(holder, hospital, height);
      if (block.isEmpty()) {
        return blocks;
      }
      blocks.add(ByteString.of(block.get()));
      left -= block.get().length;
    }
    return blocks;
  }
}
