package org.epione.ledger.record;

import java.util.HashSet;
import java.util.List;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.transcript.Digest;

/**
 * Grants that a patient made ahead answer no request any more, because she withdrew them. Their
 * digests say nothing of what they would have allowed, and what is withdrawn never comes to light.
 *
 * @param grants digests of 1 to 1000 different grants
 */
public record StandingConsentWithdrawnBody(List<Digest> grants) implements RecordBody {

  private static final String TAG = "epione.standing-consent-withdrawn";

  /** Checks the number. */
  public StandingConsentWithdrawnBody {
    grants = List.copyOf(grants);
    if (grants.isEmpty()
        || grants.size() > StandingConsentBody.MOST_GRANTS
        || new HashSet<>(grants).size() != grants.size()) {
      throw new IllegalArgumentException("1 to 1000 different grants");
    }
  }

  @Override
  public RecordType type() {
    return RecordType.STANDING_CONSENT_WITHDRAWN;
  }

  @Override
  public byte[] encode() {
    return CanonicalWriter.of(TAG, 1).list(grants, RecordFields::digest).toByteArray();
  }

  /** Reads what {@link #encode} wrote. */
  public static StandingConsentWithdrawnBody decode(byte[] encoded) {
    return CanonicalReader.decode(
        TAG,
        1,
        encoded,
        from ->
            new StandingConsentWithdrawnBody(
                from.list(StandingConsentBody.MOST_GRANTS, RecordFields::digest)));
  }
}
