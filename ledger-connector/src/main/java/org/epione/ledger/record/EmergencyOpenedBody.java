package org.epione.ledger.record;

import java.time.Duration;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.scheme.pre.Grant;
import org.epione.crypto.transcript.Digest;

/**
 * In an emergency a request is answered without the patient, by a grant that hospital and system
 * manager made together with a key that each of them holds half of. It counts only once the system
 * manager has issued the key on the chain, and stays open until it is reviewed ({@link
 * EmergencyReviewedBody}).
 *
 * @param request by a doctor of this hospital, for {@link #PURPOSE}
 * @param grant for the one episode that is asked for, at most {@link #LONGEST}
 * @param mark see {@link #mark}
 */
public record EmergencyOpenedBody(RequestId request, Grant grant, Digest mark)
    implements RecordBody {

  /** What is asked for in an emergency (HL7 v3 PurposeOfUse). */
  public static final String PURPOSE = "ETREAT";

  /** How long a grant of an emergency can last. */
  public static final Duration LONGEST = Duration.ofHours(24);

  /** Length of the identity of an emergency. */
  public static final int ID_LENGTH = 16;

  private static final String TAG = "epione.emergency-opened";
  private static final String MARK = "epione.emergency-mark";
  private static final int MAX_GRANT = 4096;

  /**
   * SHA-256 of the emergency's identity and the request. The identity is 16 random bytes that only
   * hospital and system manager know, so the marks of one emergency cannot be told to belong
   * together: they would tie the patient's pseudo-identities to each other.
   *
   * @param emergency 16 bytes
   */
  public static Digest mark(ByteString emergency, RequestId request) {
    CanonicalWriter to = CanonicalWriter.of(MARK, 1).fixed(emergency.bytes(), ID_LENGTH);
    request.write(to);
    return Digest.of(to.toByteArray());
  }

  @Override
  public RecordType type() {
    return RecordType.EMERGENCY_OPENED;
  }

  @Override
  public byte[] encode() {
    CanonicalWriter to = CanonicalWriter.of(TAG, 1);
    request.write(to);
    to.bytes(grant.encode());
    RecordFields.digest(to, mark);
    return to.toByteArray();
  }

  /** Reads what {@link #encode} wrote. */
  public static EmergencyOpenedBody decode(byte[] encoded) {
    return CanonicalReader.decode(
        TAG,
        1,
        encoded,
        from ->
            new EmergencyOpenedBody(
                RequestId.read(from),
                Grant.decode(from.bytes(MAX_GRANT)),
                RecordFields.digest(from)));
  }
}
