package org.epione.ledger.record;

import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.transcript.Digest;

/**
 * The cloud's receipt: it holds this ciphertext, there.
 *
 * @param diagnosis id of the DIAGNOSIS record
 * @param episode the episode
 * @param ciphertext digest of the stored ciphertext
 * @param length its length in bytes
 * @param location where the cloud keeps it, 1 to 256 characters; no personal data
 */
public record StoredBody(
    Digest diagnosis, RecordId episode, Digest ciphertext, long length, String location)
    implements RecordBody {

  private static final String TAG = "epione.stored";
  private static final int MAX_LOCATION = 256;

  /** Checks the location's form. */
  public StoredBody {
    if (!location.matches("[\\x21-\\x7e]{1,256}")) {
      throw new IllegalArgumentException("bad storage location");
    }
  }

  @Override
  public RecordType type() {
    return RecordType.STORED;
  }

  @Override
  public byte[] encode() {
    CanonicalWriter to = CanonicalWriter.of(TAG, 1);
    RecordFields.digest(to, diagnosis);
    RecordFields.episode(to, episode);
    RecordFields.digest(to, ciphertext);
    return to.u64(length).text(location).toByteArray();
  }

  /** Reads what {@link #encode} wrote. */
  public static StoredBody decode(byte[] encoded) {
    return CanonicalReader.decode(
        TAG,
        1,
        encoded,
        from ->
            new StoredBody(
                RecordFields.digest(from),
                RecordFields.episode(from),
                RecordFields.digest(from),
                from.u64(),
                from.text(MAX_LOCATION)));
  }
}
