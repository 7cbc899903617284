package org.epione.recovery.control;

import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.recovery.boundary.CaseState;

/**
 * {@code recovery.ended}, from the hospital to the system manager: what became of a recovery that
 * was approved.
 *
 * @param how COMPLETED, CANCELLED or EXPIRED
 */
record EndedMessage(ByteString id, CaseState how) {

  static final String TYPE = "recovery.ended";
  private static final String TAG = "epione.recovery.ended";
  private static final int MAX_NAME = 16;

  EndedMessage {
    if (how.isOpen() || how == CaseState.REFUSED) {
      throw new IllegalArgumentException("that is no end at the hospital");
    }
  }

  byte[] encode() {
    return CanonicalWriter.of(TAG, 1)
        .fixed(id.bytes(), AskedMessage.ID_LENGTH)
        .text(how.name())
        .toByteArray();
  }

  static EndedMessage decode(byte[] encoded) {
    return CanonicalReader.decode(
        TAG,
        1,
        encoded,
        in ->
            new EndedMessage(
                ByteString.of(in.fixed(AskedMessage.ID_LENGTH)),
                CaseState.valueOf(in.text(MAX_NAME))));
  }
}
