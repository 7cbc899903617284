package org.epione.emergency.control;

import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.party.boundary.SealedTexts;

/**
 * {@code emergency.reviewed}, from the hospital to the system manager: the review of an emergency
 * is closed.
 *
 * @param text who closed it and in which words, sealed to the system manager
 */
record ReviewedMessage(ByteString id, boolean justified, ByteString text) {

  static final String TYPE = "emergency.reviewed";
  private static final String TAG = "epione.emergency.reviewed";

  byte[] encode() {
    return CanonicalWriter.of(TAG, 1)
        .fixed(id.bytes(), EmergencyAskedMessage.ID_LENGTH)
        .text(justified ? "JUSTIFIED" : "NOT_JUSTIFIED")
        .bytes(text.bytes())
        .toByteArray();
  }

  static ReviewedMessage decode(byte[] encoded) {
    return CanonicalReader.decode(
        TAG,
        1,
        encoded,
        in ->
            new ReviewedMessage(
                ByteString.of(in.fixed(EmergencyAskedMessage.ID_LENGTH)),
                justified(in.text(16)),
                ByteString.of(in.bytes(SealedTexts.MAX_SEALED))));
  }

  private static boolean justified(String word) {
    return switch (word) {
      case "JUSTIFIED" -> true;
      case "NOT_JUSTIFIED" -> false;
      default -> throw new MalformedEncodingException("no finding of a review");
    };
  }
}
