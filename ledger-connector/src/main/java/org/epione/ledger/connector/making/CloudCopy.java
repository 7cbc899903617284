package org.epione.ledger.connector.making;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.epione.crypto.codec.ByteString;
import org.epione.ledger.block.Block;
import org.epione.ledger.block.ChainCopy;
import org.epione.ledger.block.CopyWanted;
import org.epione.ledger.connector.context.LedgerContext;
import org.epione.ledger.connector.port.LedgerException;
import org.epione.ledger.connector.port.LedgerProblem;
import org.epione.ledger.connector.store.ChainRow;

/**
 * The cloud tells a hospital where its copy of the hospital's chain ends, and gives blocks back.
 */
public final class CloudCopy {

  public static final String COPY = "ledger.copy";

  private final LedgerContext context;

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
    long height = row.map(ChainRow::height).orElse(-1L);
    ChainCopy copy =
        new ChainCopy(
            wanted.chain(), wanted.question(), height, blocks(cloud, hospital, wanted.from()));
    context.dispatch().send(cloud, hospital, COPY, copy.encode());
  }

  private List<ByteString> blocks(String cloud, String hospital, long from) {
    List<ByteString> blocks = new ArrayList<>();
    int left = ChainCopy.MOST_BYTES;
    for (long height = from; blocks.size() < ChainCopy.MOST && left >= Block.MAX_LENGTH; height++) {
      Optional<byte[]> block = context.store().chains().block(cloud, hospital, height);
      if (block.isEmpty()) {
        return blocks;
      }
      blocks.add(ByteString.of(block.get()));
      left -= block.get().length;
    }
    return blocks;
  }
}
