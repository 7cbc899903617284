package org.epione.ledger.record;

import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.transcript.Digest;

/**
 * A doctor reads a record under a grant; on the chain before anything is disclosed.
 *
 * @param read names this reading
 * @param grant digest of the grant
 * @param episode the episode
 */
public record RecordReadBody(ReadId read, Digest grant, RecordId episode) implements RecordBody {

  private static final String TAG = "epione.record-read";

  @Override
  public RecordType type() {
    return RecordType.RECORD_READ;
  }

  @Override
  public byte[] encode() {
    CanonicalWriter to = CanonicalWriter.of(TAG, 1);
    read.write(to);
    RecordFields.digest(to, grant);
    RecordFields.episode(to, episode);
    return to.toByteArray();
  }

  /** Reads what {@link #encode} wrote. */
  public static RecordReadBody decode(byte[] encoded) {
    return CanonicalReader.decode(
        TAG,
        1,
        encoded,
        from ->
            new RecordReadBody(
                ReadId.read(from), RecordFields.digest(from), RecordFields.episode(from)));
  }
}
