package org.epione.opinion.control;

import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.team.boundary.VisitedTurn;

/**
 * {@code opinion.done}: what the doctor of another hospital did with her turn.
 *
 * @param id 16 bytes, of the question that she agreed to
 */
record VisitedMessage(ByteString id, VisitedTurn turn) {

  static final String TYPE = "opinion.done";
  private static final String TAG = "epione.opinion.done";

  byte[] encode() {
    CanonicalWriter out = CanonicalWriter.of(TAG, 1).fixed(id.bytes(), 16);
    turn.write(out);
    return out.toByteArray();
  }

  static VisitedMessage decode(byte[] encoded) {
    return CanonicalReader.decode(TAG, 1, encoded, VisitedMessage::read);
  }

  private static VisitedMessage read(CanonicalReader in) {
    return new VisitedMessage(ByteString.of(in.fixed(16)), VisitedTurn.read(in));
  }
}
