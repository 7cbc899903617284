package org.epione.opinion.control;

import java.util.Arrays;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.team.boundary.PartFault;

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
    TAKEN(1),
    /** It has not; the turn is hers as before. */
    REFUSED(2),
    /** Nothing is wanted any more. */
    OVER(3);

    private final int code;

    Outcome(int code) {
      this.code = code;
    }

    static Outcome of(int code) {
      return Arrays.stream(values())
          .filter(each -> each.code == code)
          .findFirst()
          .orElseThrow(() -> new MalformedEncodingException("no such outcome"));
    }
  }

  byte[] encode() {
    return CanonicalWriter.of(TAG, 1)
        .fixed(id.bytes(), 16)
        .u16(step)
        .u8(outcome.code)
        .text(reason)
        .toByteArray();
  }

  static OutcomeMessage decode(byte[] encoded) {
    CanonicalReader in = CanonicalReader.of(TAG, 1, encoded);
    ByteString id = ByteString.of(in.fixed(16));
    int step = in.u16();
    Outcome outcome = Outcome.of(in.u8());
    String reason = in.text(MAX_REASON);
    return in.end(() -> new OutcomeMessage(id, step, outcome, reason));
  }
}
