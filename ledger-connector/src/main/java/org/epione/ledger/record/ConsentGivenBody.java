package org.epione.ledger.record;

import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.scheme.pre.Grant;

/**
 * The patient answers a request with a grant.
 *
 * @param request the request
 * @param grant who may read what, until when, for what; the record's signature signs it
 */
public record ConsentGivenBody(RequestId request, Grant grant) implements RecordBody {

  private static final String TAG = "epione.consent-given";
  private static final int MAX_GRANT = 4096;

  @Override
  public RecordType type() {
    return RecordType.CONSENT_GIVEN;
  }

  @Override
  public byte[] encode() {
    CanonicalWriter to = CanonicalWriter.of(TAG, 1);
    request.write(to);
    return to.bytes(grant.encode()).toByteArray();
  }

  /** Reads what {@link #encode} wrote. */
  public static ConsentGivenBody decode(byte[] encoded) {
    return CanonicalReader.decode(
        TAG,
        1,
        encoded,
        from -> new ConsentGivenBody(RequestId.read(from), Grant.decode(from.bytes(MAX_GRANT))));
  }
}
