package org.epione.ledger.record;

import java.util.List;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.transcript.Digest;

/**
 * A patient made grants ahead of any request. Neither patient nor doctor nor episode can be seen
 * from it: grants of several episodes named together would tie the patient's pseudo-identities to
 * each other. Whoever is shown the grants can check that they are those of this record.
 *
 * @param commitment see {@link #commitment}
 */
public record StandingConsentBody(Digest commitment) implements RecordBody {

  /** Most grants of one record. */
  public static final int MOST_GRANTS = 1000;

  private static final String TAG = "epione.standing-consent";
  private static final String COMMITMENT = "epione.standing-consent-grants";

  /**
   * SHA-256 of the grants' digests in order, each of which hides its grant by the nonce in it.
   *
   * @throws IllegalArgumentException unless there are 1 to 1000
   */
  public static Digest commitment(List<Digest> grants) {
    if (grants.isEmpty() || grants.size() > MOST_GRANTS) {
      throw new IllegalArgumentException("1 to " + MOST_GRANTS + " grants");
    }
    return Digest.of(
        CanonicalWriter.of(COMMITMENT, 1).list(grants, RecordFields::digest).toByteArray());
  }

  @Override
  public RecordType type() {
    return RecordType.STANDING_CONSENT;
  }

  @Override
  public byte[] encode() {
    CanonicalWriter to = CanonicalWriter.of(TAG, 1);
    RecordFields.digest(to, commitment);
    return to.toByteArray();
  }

  /** Reads what {@link #encode} wrote. */
  public static StandingConsentBody decode(byte[] encoded) {
    return CanonicalReader.decode(
        TAG, 1, encoded, from -> new StandingConsentBody(RecordFields.digest(from)));
  }
}
