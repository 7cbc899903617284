package org.epione.ledger.block;

import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.identity.Pid;

/**
 * The answer to {@link CopyWanted} where the blocks asked for were moved into an archive. Payload
 * of {@code ledger.archived}.
 *
 * @param chain whose chain
 * @param question as asked
 * @param lastHeight height of the last block in that archive
 * @param digest SHA-256 with which the archive ends
 */
public record ArchivedBlocks(Pid chain, ByteString question, long lastHeight, Digest digest) {

  private static final String TAG = "epione.archived-blocks";

  /** Checks length and range. */
  public ArchivedBlocks {
    if (question.size() != CopyWanted.QUESTION_LENGTH || lastHeight < 0) {
      throw new IllegalArgumentException("question or height out of range");
    }
  }

  /** The canonical encoding. */
  public byte[] encode() {
    CanonicalWriter to = CanonicalWriter.of(TAG, 1);
    chain.write(to);
    return to.fixed(question.bytes(), CopyWanted.QUESTION_LENGTH)
        .u64(lastHeight)
        .fixed(digest.bytes(), Digest.LENGTH)
        .toByteArray();
  }

  /** Reads what {@link #encode} wrote. */
  public static ArchivedBlocks decode(byte[] encoded) {
    return CanonicalReader.decode(
        TAG,
        1,
        encoded,
        from ->
            new ArchivedBlocks(
                Pid.read(from),
                ByteString.of(from.fixed(CopyWanted.QUESTION_LENGTH)),
                from.u64(),
                Digest.decode(from.fixed(Digest.LENGTH))));
  }
}
