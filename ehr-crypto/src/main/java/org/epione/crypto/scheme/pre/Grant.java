package org.epione.crypto.scheme.pre;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.codec.Texts;
import org.epione.crypto.hybrid.HpkePublicKey;
import org.epione.crypto.identity.Nonce;
import org.epione.crypto.identity.Pseudonym;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.transcript.Digest;

/**
 * A patient's consent that one doctor may read certain records for a purpose and a time: data only,
 * worth something when signed by {@link Grants}. Its digest is bound into the sealed delegation
 * secret.
 *
 * @param grantor the patient's pseudo-identity
 * @param grantee the doctor's pseudo-identity
 * @param receivingKey the doctor's HPKE public key, to which the delegation secret is sealed
 * @param records 1 to 1000, none twice
 * @param purpose what for; up to 1000 bytes of UTF-8, kept in normal form C
 * @param notBefore first moment at which it holds, milliseconds
 * @param notAfter last moment at which it holds, milliseconds
 * @param nonce makes it unique
 */
public record Grant(
    Pseudonym grantor,
    Pseudonym grantee,
    HpkePublicKey receivingKey,
    List<RecordId> records,
    String purpose,
    Instant notBefore,
    Instant notAfter,
    Nonce nonce) {

  /** Most records in one grant. */
  public static final int MAX_RECORDS = 1000;

  /** Longest purpose in bytes of UTF-8. */
  public static final int MAX_PURPOSE = 1000;

  private static final String TAG = "epione.grant";

  /** Checks the rules above; drops what is finer than a millisecond from the times. */
  public Grant {
    records = List.copyOf(records);
    purpose = Texts.normal(purpose, MAX_PURPOSE);
    notBefore = notBefore.truncatedTo(ChronoUnit.MILLIS);
    notAfter = notAfter.truncatedTo(ChronoUnit.MILLIS);
    if (records.isEmpty() || records.size() > MAX_RECORDS) {
      throw new IllegalArgumentException("1 to " + MAX_RECORDS + " records");
    }
    if (new HashSet<>(records).size() != records.size()) {
      throw new IllegalArgumentException("a record is named twice");
    }
    if (notAfter.isBefore(notBefore)) {
      throw new IllegalArgumentException("ends before it begins");
    }
  }

  /** Whether it holds at {@code time}; both ends are included. */
  public boolean isValidAt(Instant time) {
    return !time.isBefore(notBefore) && !time.isAfter(notAfter);
  }

  /** The canonical encoding, which is what is signed. */
  public byte[] encode() {
    return CanonicalWriter.of(TAG, 1)
        .bytes(grantor.bytes())
        .bytes(grantee.bytes())
        .fixed(receivingKey.encode(), HpkePublicKey.LENGTH)
        .list(records, (out, record) -> out.fixed(record.bytes(), RecordId.LENGTH))
        .text(purpose)
        .instant(notBefore)
        .instant(notAfter)
        .fixed(nonce.bytes(), Nonce.LENGTH)
        .toByteArray();
  }

  /** Identifies the grant; bound into the sealed delegation secret. */
  public Digest digest() {
    return Digest.of(encode());
  }

  /**
   * Reads back {@link #encode}.
   *
   * @throws MalformedEncodingException if it is not a grant
   */
  public static Grant decode(byte[] encoded) {
    CanonicalReader in = CanonicalReader.of(TAG, 1, encoded);
    Pseudonym grantor = Pseudonym.of(in.bytes(Pseudonym.MAX_LENGTH));
    Pseudonym grantee = Pseudonym.of(in.bytes(Pseudonym.MAX_LENGTH));
    HpkePublicKey receivingKey = HpkePublicKey.decode(in.fixed(HpkePublicKey.LENGTH));
    List<RecordId> records = in.list(MAX_RECORDS, item -> RecordId.of(item.fixed(RecordId.LENGTH)));
    String purpose = in.text(MAX_PURPOSE);
    Instant notBefore = in.instant();
    Instant notAfter = in.instant();
    Nonce nonce = Nonce.of(in.fixed(Nonce.LENGTH));
    return in.end(
        () ->
            new Grant(
                grantor, grantee, receivingKey, records, purpose, notBefore, notAfter, nonce));
  }

  /** Constant: the purpose is about a patient. */
  @Override
  public String toString() {
    return "Grant";
  }
}
