package org.epione.ledger.record;

import java.time.Duration;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.scheme.pre.Grant;
import org.epione.ledger.identity.KeyLengths;
import org.epione.ledger.identity.Pid;

/**
 * A request is answered by a grant that the patient signed ahead of it. The hospital only says
 * which request the grant answers; that it may is in what the patient signed. A grant answers one
 * request.
 *
 * @param request the request
 * @param grant for the one episode that is asked for
 * @param signature the patient's BLS signature over {@link #toSign} under the key of the episode,
 *     48 bytes
 */
public record StandingConsentUsedBody(RequestId request, Grant grant, ByteString signature)
    implements RecordBody {

  /** How long a grant that is made ahead can last. */
  public static final Duration LONGEST = Duration.ofDays(366);

  private static final String TAG = "epione.standing-consent-used";
  private static final String SIGNED = "epione.standing-grant";
  private static final int MAX_GRANT = 4096;

  /** Checks the length. */
  public StandingConsentUsedBody {
    KeyLengths.require(signature, KeyLengths.BLS_SIGNATURE, "a BLS signature");
  }

  /** What the patient signs ahead: the grant, for this chain. */
  public static byte[] toSign(Pid chain, Grant grant) {
    CanonicalWriter to = CanonicalWriter.of(SIGNED, 1);
    chain.write(to);
    return to.bytes(grant.encode()).toByteArray();
  }

  @Override
  public RecordType type() {
    return RecordType.STANDING_CONSENT_USED;
  }

  @Override
  public byte[] encode() {
    CanonicalWriter to = CanonicalWriter.of(TAG, 1);
    request.write(to);
    return to.bytes(grant.encode())
        .fixed(signature.bytes(), KeyLengths.BLS_SIGNATURE)
        .toByteArray();
  }

  /** Reads what {@link #encode} wrote. */
  public static StandingConsentUsedBody decode(byte[] encoded) {
    return CanonicalReader.decode(
        TAG,
        1,
        encoded,
        from ->
            new StandingConsentUsedBody(
                RequestId.read(from),
                Grant.decode(from.bytes(MAX_GRANT)),
                RecordFields.fixed(from, KeyLengths.BLS_SIGNATURE)));
  }
}
