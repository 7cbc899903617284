package org.epione.ledger.record;

import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.transcript.Digest;

/**
 * The patient takes a grant back; nothing is disclosed under it from then on.
 *
 * @param grant digest of the grant
 * @param episode the episode it is about
 */
public record ConsentWithdrawnBody(Digest grant, RecordId episode) implements RecordBody {

  private static final String TAG = "epione.consent-withdrawn";

  @Override
  public RecordType type() {
    return RecordType.CONSENT_WITHDRAWN;
  }

  @Override
  public byte[] encode() {
    CanonicalWriter to = CanonicalWriter.of(TAG, 1);
    RecordFields.digest(to, grant);
    RecordFields.episode(to, episode);
    return to.toByteArray();
  }

  /** Reads what {@link #encode} wrote. */
  public static ConsentWithdrawnBody decode(byte[] encoded) {
    return CanonicalReader.decode(
        TAG,
        1,
        encoded,
        from -> new ConsentWithdrawnBody(RecordFields.digest(from), RecordFields.episode(from)));
  }
}
