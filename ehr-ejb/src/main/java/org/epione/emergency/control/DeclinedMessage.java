package org.epione.emergency.control;

import java.time.Instant;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.platform.identity.AccountId;

/**
 * {@code emergency.declined}, from the hospital to the system manager: a patient refuses
 * emergencies, so the share is to be destroyed.
 *
 * @param at when she decided, by the hospital's clock
 */
record DeclinedMessage(AccountId account, Instant at) {

  static final String TYPE = "emergency.declined";
  private static final String TAG = "epione.emergency.declined";
  private static final int MAX_ACCOUNT = 36;

  byte[] encode() {
    return CanonicalWriter.of(TAG, 1).text(account.toString()).instant(at).toByteArray();
  }

  static DeclinedMessage decode(byte[] encoded) {
    return CanonicalReader.decode(
        TAG,
        1,
        encoded,
        in -> new DeclinedMessage(AccountId.of(in.text(MAX_ACCOUNT)), in.instant()));
  }
}
