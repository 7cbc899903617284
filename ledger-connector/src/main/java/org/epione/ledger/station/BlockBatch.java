package org.epione.ledger.station;

import java.util.List;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.ledger.block.Block;

/**
 * What a station gets when it asks for blocks: as many as fit, lowest first.
 *
 * @param height of the hospital's last block; -1 where there is none
 * @param blocks encoded
 */
public record BlockBatch(long height, List<ByteString> blocks) {

  /** Most blocks in one. */
  public static final int MOST = 100;

  /** Most bytes of all blocks in one, unless the first is longer. */
  public static final int MOST_BYTES = 2 * Block.MAX_LENGTH;

  /** Most bytes in an encoding. */
  public static final int MAX_LENGTH = 3 * Block.MAX_LENGTH;

  private static final String TAG = "epione.block-batch";

  /** Copies the list. */
  public BlockBatch {
    blocks = List.copyOf(blocks);
    if (height < -1) {
      throw new IllegalArgumentException("height out of range");
    }
  }

  /** The canonical encoding; the number of blocks on the chain stands for the height. */
  public byte[] encode() {
    return CanonicalWriter.of(TAG, 1)
        .u64(height + 1)
        .list(blocks, (to, block) -> to.bytes(block.bytes()))
        .toByteArray();
  }

  /** Reads what {@link #encode} wrote. */
  public static BlockBatch decode(byte[] encoded) {
    return CanonicalReader.decode(
        TAG,
        1,
        encoded,
        from ->
            new BlockBatch(
                from.u64() - 1,
                from.list(MOST, item -> ByteString.of(item.bytes(Block.MAX_LENGTH)))));
  }
}
