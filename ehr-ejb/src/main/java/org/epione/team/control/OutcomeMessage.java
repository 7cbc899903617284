package org.epione.team.control;

import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.codec.MalformedEncodingException;

/**
 * {@code opinion.outcome}: what became of a turn at the hospital that sent it, or of the question.
 *
 * @param id 16 bytes, of the question
 * @param step of the turn; 0 for the question with all its turns
 * @param outcome what
 * @param reason why it was refused, a {@link PartFault}; else empty
 */
record OutcomeMessage(ByteString id, int step, Outcome outcome, String reason) {

  static final String TYPE = "opinion.outcome";
  private static final String TAG = "epione.opinion.outcome";
  private static final int MAX_REASON = 32;

  /** The outcomes, with their bytes. */
  enum Outcome {
    /** The hospital has taken what she did. */
    TAKEN,
    /** It has not; the turn is hers as before. */
    REFUSED,
    /** Nothing is wanted any more. */
    OVER
  }

  byte[] encode() {
    return CanonicalWriter.of(TAG, 1)
        .fixed(id.bytes(), 16)
        .u16(step)
        .u8(outcome.ordinal() + 1)
        .text(reason)
        .toByteArray();
  }

  static OutcomeMessage decode(byte[] encoded) {
    CanonicalReader in = CanonicalReader.of(TAG, 1, encoded);
    ByteString id = ByteString.of(in.fixed(16));
    int step = in.u16();
    int code = in.u8();
    if (code < 1 || code > Outcome.values().length) {
      throw new MalformedEncodingException("no such outcome");
    }
    String reason = in.text(MAX_REASON);
    return in.end(() -> new OutcomeMessage(id, step, Outcome.values()[code - 1], reason));
  }
}
