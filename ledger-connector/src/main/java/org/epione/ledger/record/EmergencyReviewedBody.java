package org.epione.ledger.record;

import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.transcript.Digest;

/**
 * The hospital has looked at what was done under the grant of an emergency, and says what it found.
 *
 * @param grant digest of the grant
 * @param episode what could be read
 * @param justified what was found
 * @param words commitment to who found it and in which words: SHA-256 that hides them by a random
 *     value, which the hospital keeps
 */
public record EmergencyReviewedBody(Digest grant, RecordId episode, boolean justified, Digest words)
    implements RecordBody {

  private static final String TAG = "epione.emergency-reviewed";

  @Override
  public RecordType type() {
    return RecordType.EMERGENCY_REVIEWED;
  }

  @Override
  public byte[] encode() {
    CanonicalWriter to = CanonicalWriter.of(TAG, 1);
    RecordFields.digest(to, grant);
    RecordFields.episode(to, episode);
    to.u8(justified ? 1 : 0);
    RecordFields.digest(to, words);
    return to.toByteArray();
  }

  /** Reads what {@link #encode} wrote. */
  public static EmergencyReviewedBody decode(byte[] encoded) {
    return CanonicalReader.decode(
        TAG,
        1,
        encoded,
        from ->
            new EmergencyReviewedBody(
                RecordFields.digest(from),
                RecordFields.episode(from),
                RecordFields.flag(from),
                RecordFields.digest(from)));
  }
}
