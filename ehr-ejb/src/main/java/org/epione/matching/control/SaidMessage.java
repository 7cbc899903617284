package org.epione.matching.control;

import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;

/**
 * {@code matching.said}: one message of a conversation.
 *
 * @param number from 1 in each direction; the first is the agreement to meet
 * @param sealed by the browser; at most {@link #MOST} bytes
 */
record SaidMessage(Pair pair, int number, ByteString sealed) {

  static final String TYPE = "matching.said";

  /** Most bytes of a sealed message. */
  static final int MOST = 8192;

  private static final String TAG = "epione.matching.said";

  byte[] encode() {
    CanonicalWriter out = CanonicalWriter.of(TAG, 1);
    pair.write(out);
    return out.u16(number).bytes(sealed.bytes()).toByteArray();
  }

  static SaidMessage decode(byte[] encoded) {
    return CanonicalReader.decode(
        TAG,
        1,
        encoded,
        in -> new SaidMessage(Pair.read(in), in.u16(), ByteString.of(in.bytes(MOST))));
  }
}
