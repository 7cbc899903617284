package org.epione.ledger.block;

import java.util.List;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.ledger.identity.Pid;

/**
 * The cloud's answer to {@link CopyWanted}: as many blocks as fit, lowest first. Payload of {@code
 * ledger.copy}.
 *
 * @param chain whose chain
 * @param question as asked
 * @param height of the last block of the cloud's copy; -1 where it has none
 * @param blocks encoded, from the height asked for on
 */
public record ChainCopy(Pid chain, ByteString question, long height, List<ByteString> blocks) {

  /** Most blocks in one. */
  public static final int MOST = 100;

  /** Most bytes of all blocks in one. */
  public static final int MOST_BYTES = 2 * Block.MAX_LENGTH;

  private static final String TAG = "epione.chain-copy";

  /** Checks lengths and range. */
  public ChainCopy {
    blocks = List.copyOf(blocks);
    if (question.size() != CopyWanted.QUESTION_LENGTH || height < -1) {
      throw new IllegalArgumentException("question or height out of range");
    }
  }

  /** The canonical encoding; the number of blocks of the copy stands for the height. */
  public byte[] encode() {
    CanonicalWriter to = CanonicalWriter.of(TAG, 1);
    chain.write(to);
    return to.fixed(question.bytes(), CopyWanted.QUESTION_LENGTH)
        .u64(height + 1)
        .list(blocks, (out, block) -> out.bytes(block.bytes()))
        .toByteArray();
  }

  /** Reads what {@link #encode} wrote. */
  public static ChainCopy decode(byte[] encoded) {
    return CanonicalReader.decode(
        TAG,
        1,
        encoded,
        from ->
            new ChainCopy(
                Pid.read(from),
                ByteString.of(from.fixed(CopyWanted.QUESTION_LENGTH)),
                from.u64() - 1,
                from.list(MOST, item -> ByteString.of(item.bytes(Block.MAX_LENGTH)))));
  }
}
