package org.epione.sharing.control;

import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.ledger.record.RequestId;

/**
 * {@code sharing.denied}, from the system manager to both hospitals: no re-encryption key is issued
 * for this request.
 *
 * @param reason code of a {@link org.epione.sharing.boundary.RefusalReason}, as on the chain
 */
record DeniedMessage(RequestId request, String reason) {

  static final String TYPE = "sharing.denied";
  static final int MAX_REASON = 32;
  private static final String TAG = "epione.sharing.denied";

  byte[] encode() {
    return CanonicalWriter.of(TAG, 1)
        .fixed(request.value().bytes(), RequestId.LENGTH)
        .text(reason)
        .toByteArray();
  }

  static DeniedMessage decode(byte[] encoded) {
    CanonicalReader in = CanonicalReader.of(TAG, 1, encoded);
    RequestId request = new RequestId(ByteString.of(in.fixed(RequestId.LENGTH)));
    String reason = in.text(MAX_REASON);
    return in.end(() -> new DeniedMessage(request, reason));
  }
}
