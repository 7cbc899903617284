package org.epione.matching.control;

import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.ledger.identity.Pid;

/** {@code matching.ended}, to whom {@link LookingMessage} went: she looks no more. */
record EndedMessage(Pid pseudonym) {

  static final String TYPE = "matching.ended";
  private static final String TAG = "epione.matching.ended";

  byte[] encode() {
    CanonicalWriter out = CanonicalWriter.of(TAG, 1);
    pseudonym.write(out);
    return out.toByteArray();
  }

  static EndedMessage decode(byte[] encoded) {
    return CanonicalReader.decode(TAG, 1, encoded, in -> new EndedMessage(Pid.read(in)));
  }
}
