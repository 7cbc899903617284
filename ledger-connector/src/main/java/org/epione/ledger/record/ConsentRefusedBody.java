package org.epione.ledger.record;

import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.identity.RecordId;

/**
 * The patient refuses a request.
 *
 * @param request the request
 * @param episode the episode it asks for
 */
public record ConsentRefusedBody(RequestId request, RecordId episode) implements RecordBody {

  private static final String TAG = "epione.consent-refused";

  @Override
  public RecordType type() {
    return RecordType.CONSENT_REFUSED;
  }

  @Override
  public byte[] encode() {
    CanonicalWriter to = CanonicalWriter.of(TAG, 1);
    request.write(to);
    RecordFields.episode(to, episode);
    return to.toByteArray();
  }

  /** Reads what {@link #encode} wrote. */
  public static ConsentRefusedBody decode(byte[] encoded) {
    return CanonicalReader.decode(
        TAG,
        1,
        encoded,
        from -> new ConsentRefusedBody(RequestId.read(from), RecordFields.episode(from)));
  }
}
