package org.epione.ledger.block;

import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.ledger.identity.Pid;

/**
 * A hospital asks the cloud where its copy of the hospital's chain ends, and for the blocks from a
 * height on. Payload of {@code ledger.copy-wanted}.
 *
 * @param chain whose chain
 * @param question 16 random bytes, which come back with the answer: an old answer is none
 * @param from height of the first block wanted
 */
public record CopyWanted(Pid chain, ByteString question, long from) {

  /** Bytes of a question. */
  public static final int QUESTION_LENGTH = 16;

  private static final String TAG = "epione.copy-wanted";

  /** Checks lengths and range. */
  public CopyWanted {
    if (question.size() != QUESTION_LENGTH || from < 0) {
      throw new IllegalArgumentException("question or height out of range");
    }
  }

  /** The canonical encoding. */
  public byte[] encode() {
    CanonicalWriter to = CanonicalWriter.of(TAG, 1);
    chain.write(to);
    return to.fixed(question.bytes(), QUESTION_LENGTH).u64(from).toByteArray();
  }

  /** Reads what {@link #encode} wrote. */
  public static CopyWanted decode(byte[] encoded) {
    return CanonicalReader.decode(
        TAG,
        1,
        encoded,
        from ->
            new CopyWanted(Pid.read(from), ByteString.of(from.fixed(QUESTION_LENGTH)), from.u64()));
  }
}
