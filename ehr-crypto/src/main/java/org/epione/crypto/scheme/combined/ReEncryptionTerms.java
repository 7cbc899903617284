package org.epione.crypto.scheme.combined;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.codec.Texts;
import org.epione.crypto.identity.Pseudonym;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.policy.AccessPolicy;
import org.epione.crypto.transcript.Digest;

/**
 * What a patient lets be done with one record: the whole of it is bound into the re-encryption key,
 * so a key for other terms is useless under these.
 *
 * <p>Encoded ({@code epione.abpre.terms}, 1): {@code bytes} PID, {@code fixed 16} EID, {@code
 * bytes} policy, {@code text} purpose, {@code time} not before, {@code time} not after, {@code
 * digest} grant.
 *
 * @param patient PID: whose record it is
 * @param record EID: which record
 * @param consumers policy that the reader's attributes must satisfy
 * @param purpose what for; up to 1000 bytes of UTF-8, kept in normal form C
 * @param notBefore first moment at which the record may be turned, milliseconds
 * @param notAfter last moment at which it may, milliseconds
 * @param grant digest of what the patient signed
 */
public record ReEncryptionTerms(
    Pseudonym patient,
    RecordId record,
    AccessPolicy consumers,
    String purpose,
    Instant notBefore,
    Instant notAfter,
    Digest grant) {

  /** Longest purpose in bytes of UTF-8. */
  public static final int MAX_PURPOSE = 1000;

  static final int MAX_LENGTH = AttributeCiphertext.MAX_POLICY + MAX_PURPOSE + 512;

  private static final String TAG = "epione.abpre.terms";

  /** Checks the rules above; drops what is finer than a millisecond from the times. */
  public ReEncryptionTerms {
    purpose = Texts.normal(purpose, MAX_PURPOSE);
    notBefore = notBefore.truncatedTo(ChronoUnit.MILLIS);
    notAfter = notAfter.truncatedTo(ChronoUnit.MILLIS);
    if (notAfter.isBefore(notBefore)) {
      throw new IllegalArgumentException("ends before it begins");
    }
  }

  /** Whether they hold at {@code time}; both ends are included. The proxy asks before it turns. */
  public boolean isValidAt(Instant time) {
    return !time.isBefore(notBefore) && !time.isAfter(notAfter);
  }

  /** The canonical encoding. */
  public byte[] encode() {
    return CanonicalWriter.of(TAG, 1)
        .bytes(patient.bytes())
        .fixed(record.bytes(), RecordId.LENGTH)
        .bytes(consumers.encode())
        .text(purpose)
        .instant(notBefore)
        .instant(notAfter)
        .fixed(grant.bytes(), Digest.LENGTH)
        .toByteArray();
  }

  /**
   * Reads back {@link #encode}.
   *
   * @throws MalformedEncodingException if it is not that of terms
   */
  public static ReEncryptionTerms decode(byte[] encoded) {
    return CanonicalReader.decode(
        TAG,
        1,
        encoded,
        in ->
            new ReEncryptionTerms(
                Pseudonym.of(in.bytes(Pseudonym.MAX_LENGTH)),
                RecordId.of(in.fixed(RecordId.LENGTH)),
                AccessPolicy.decode(in.bytes(AttributeCiphertext.MAX_POLICY)),
                in.text(MAX_PURPOSE),
                in.instant(),
                in.instant(),
                Digest.decode(in.fixed(Digest.LENGTH))));
  }

  /** Constant: the purpose is about a patient. */
  @Override
  public String toString() {
    return "ReEncryptionTerms";
  }
}
