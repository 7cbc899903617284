package org.epione.emergency.control;

import java.time.Instant;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.platform.identity.AccountId;

/**
 * {@code emergency.destroyed}, from the system manager to the hospital: the share of a patient who
 * refused is destroyed.
 *
 * @param at when she decided, as the hospital said
 */
record DestroyedMessage(AccountId account, Instant at) {

  static final String TYPE = "emergency.destroyed";
  private static final String TAG = "epione.emergency.destroyed";
  private static final int MAX_ACCOUNT = 36;

  byte[] encode() {
    return CanonicalWriter.of(TAG, 1).text(account.toString()).instant(at).toByteArray();
  }

  static DestroyedMessage decode(byte[] encoded) {
    return CanonicalReader.decode(
        TAG,
        1,
        encoded,
        in -> new DestroyedMessage(AccountId.of(in.text(MAX_ACCOUNT)), in.instant()));
  }
}
