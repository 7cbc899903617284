package org.epione.ledger.record;

import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.transcript.Digest;

/**
 * The system manager checked a grant and holds its re-encryption key ready.
 *
 * @param grant digest of the grant
 * @param episode the episode it is about
 * @param key digest of R1 followed by R2
 */
public record KeyIssuedBody(Digest grant, RecordId episode, Digest key) implements RecordBody {

  private static final String TAG = "epione.key-issued";

  @Override
  public RecordType type() {
    return RecordType.RE_ENCRYPTION_KEY_ISSUED;
  }

  @Override
  public byte[] encode() {
    CanonicalWriter to = CanonicalWriter.of(TAG, 1);
    RecordFields.digest(to, grant);
    RecordFields.episode(to, episode);
    RecordFields.digest(to, key);
    return to.toByteArray();
  }

  /** Reads what {@link #encode} wrote. */
  public static KeyIssuedBody decode(byte[] encoded) {
    return CanonicalReader.decode(
        TAG,
        1,
        encoded,
        from ->
            new KeyIssuedBody(
                RecordFields.digest(from), RecordFields.episode(from), RecordFields.digest(from)));
  }
}
