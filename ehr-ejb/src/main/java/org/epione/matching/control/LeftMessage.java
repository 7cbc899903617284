package org.epione.matching.control;

import java.util.Optional;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;

/**
 * {@code matching.left}: the patient left the conversation.
 *
 * @param block where the two are never to be paired again: the secret that both hospitals keep
 */
record LeftMessage(Pair pair, Optional<ByteString> block) {

  static final String TYPE = "matching.left";
  private static final String TAG = "epione.matching.left";

  byte[] encode() {
    CanonicalWriter out = CanonicalWriter.of(TAG, 1);
    pair.write(out);
    return out.optional(block, (to, each) -> to.fixed(each.bytes(), Blocks.SECRET_LENGTH))
        .toByteArray();
  }

  static LeftMessage decode(byte[] encoded) {
    return CanonicalReader.decode(
        TAG,
        1,
        encoded,
        in ->
            new LeftMessage(
                Pair.read(in),
                in.optional(each -> ByteString.of(each.fixed(Blocks.SECRET_LENGTH)))));
  }
}
