package org.epione.sharing.control;

import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.ledger.record.ReadId;

/**
 * {@code sharing.read-refused}, from the system manager to the reading doctor's hospital; the
 * refusal is on the chain.
 *
 * @param reason code of a {@link org.epione.sharing.boundary.RefusalReason}, as on the chain
 */
record ReadRefusedMessage(ReadId reading, String reason) {

  static final String TYPE = "sharing.read-refused";
  private static final String TAG = "epione.sharing.read-refused";

  byte[] encode() {
    return CanonicalWriter.of(TAG, 1)
        .fixed(reading.value().bytes(), ReadId.LENGTH)
        .text(reason)
        .toByteArray();
  }

  static ReadRefusedMessage decode(byte[] encoded) {
    CanonicalReader in = CanonicalReader.of(TAG, 1, encoded);
    ReadId reading = new ReadId(ByteString.of(in.fixed(ReadId.LENGTH)));
    String reason = in.text(DeniedMessage.MAX_REASON);
    return in.end(() -> new ReadRefusedMessage(reading, reason));
  }
}
