package org.epione.opinion.control;

import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.team.boundary.VisitingTurn;

/**
 * {@code opinion.turn}: the turn of a doctor of another hospital.
 *
 * @param id 16 bytes, of the question that she agreed to
 */
record VisitMessage(ByteString id, VisitingTurn turn) {

  static final String TYPE = "opinion.turn";
  private static final String TAG = "epione.opinion.turn";

  byte[] encode() {
    CanonicalWriter out = CanonicalWriter.of(TAG, 1).fixed(id.bytes(), 16);
    turn.write(out);
    return out.toByteArray();
  }

  static VisitMessage decode(byte[] encoded) {
    return CanonicalReader.decode(TAG, 1, encoded, VisitMessage::read);
  }

  private static VisitMessage read(CanonicalReader in) {
    return new VisitMessage(ByteString.of(in.fixed(16)), VisitingTurn.read(in));
  }
}
