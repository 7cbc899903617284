package org.epione.recovery.control;

import java.util.Optional;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.custody.boundary.Escrow;
import org.epione.party.boundary.SealedTexts;

/**
 * {@code recovery.answered}, from the system manager to the hospital.
 *
 * @param share sealed to the key of the recovery; absent if refused
 * @param text the officer's name and reason, sealed to the hospital
 */
record AnsweredMessage(ByteString id, Optional<ByteString> share, ByteString text) {

  static final String TYPE = "recovery.answered";
  private static final String TAG = "epione.recovery.answered";

  byte[] encode() {
    return CanonicalWriter.of(TAG, 1)
        .fixed(id.bytes(), AskedMessage.ID_LENGTH)
        .optional(share, (out, bytes) -> out.bytes(bytes.bytes()))
        .bytes(text.bytes())
        .toByteArray();
  }

  static AnsweredMessage decode(byte[] encoded) {
    return CanonicalReader.decode(
        TAG,
        1,
        encoded,
        in ->
            new AnsweredMessage(
                ByteString.of(in.fixed(AskedMessage.ID_LENGTH)),
                in.optional(each -> ByteString.of(each.bytes(Escrow.MAX_SHARE))),
                ByteString.of(in.bytes(SealedTexts.MAX_SEALED))));
  }
}
