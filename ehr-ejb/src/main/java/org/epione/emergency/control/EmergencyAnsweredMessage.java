package org.epione.emergency.control;

import java.time.Instant;
import java.util.Optional;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.custody.boundary.Escrow;
import org.epione.party.boundary.SealedTexts;

/**
 * {@code emergency.answered}, from the system manager to the hospital.
 *
 * @param release absent if refused
 * @param text the officer's name and reason, sealed to the hospital
 */
record EmergencyAnsweredMessage(ByteString id, Optional<Release> release, ByteString text) {

  static final String TYPE = "emergency.answered";
  private static final String TAG = "epione.emergency.answered";

  /**
   * The system manager's share.
   *
   * @param share sealed to the key of the emergency
   * @param until end of the time box
   */
  record Release(ByteString share, Instant until) {}

  byte[] encode() {
    return CanonicalWriter.of(TAG, 1)
        .fixed(id.bytes(), EmergencyAskedMessage.ID_LENGTH)
        .optional(release, (out, each) -> out.bytes(each.share().bytes()).instant(each.until()))
        .bytes(text.bytes())
        .toByteArray();
  }

  static EmergencyAnsweredMessage decode(byte[] encoded) {
    return CanonicalReader.decode(
        TAG,
        1,
        encoded,
        in ->
            new EmergencyAnsweredMessage(
                ByteString.of(in.fixed(EmergencyAskedMessage.ID_LENGTH)),
                in.optional(
                    each ->
                        new Release(ByteString.of(each.bytes(Escrow.MAX_SHARE)), each.instant())),
                ByteString.of(in.bytes(SealedTexts.MAX_SEALED))));
  }
}
