package org.epione.crypto.scheme.combined;

import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.hybrid.FujisakiOkamoto.Sealed;
import org.epione.crypto.identity.Pseudonym;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.pairing.BilinearGroup;
import org.epione.crypto.transcript.Digest;

/**
 * A value encrypted to one record (PID, EID) of a pseudo-identity. Immutable; compared by content.
 *
 * <p>Encoded ({@code epione.combined.record-ciphertext}, 1): {@code bytes} PID, {@code fixed 16}
 * EID, {@code G2} C1, {@code G1} C21, {@code G1} C22, {@code G2} C3, {@code fixed 92} sealed seed,
 * {@code bytes} payload; 499 bytes more than PID and plaintext.
 */
public final class RecordCiphertext {

  private static final String TAG = "epione.combined.record-ciphertext";

  private final Pseudonym recipient;
  private final RecordId record;
  private final Sealed<RecordKem.Header> sealed;

  RecordCiphertext(Pseudonym recipient, RecordId record, Sealed<RecordKem.Header> sealed) {
    this.recipient = recipient;
    this.record = record;
    this.sealed = sealed;
  }

  static RecordCiphertext decode(BilinearGroup group, byte[] encoded) {
    return CanonicalReader.decode(
        TAG,
        1,
        encoded,
        in ->
            new RecordCiphertext(
                Pseudonym.of(in.bytes(Pseudonym.MAX_LENGTH)),
                RecordId.of(in.fixed(RecordId.LENGTH)),
                Sealed.read(in, each -> RecordKem.Header.read(group, each), Payloads.MAX_SEALED)));
  }

  /** PID: whose record it is. */
  public Pseudonym recipient() {
    return recipient;
  }

  /** EID: which record it is. */
  public RecordId record() {
    return record;
  }

  /** The encoding; {@link IdentityBasedEncryption#decodeRecord} reads it back. */
  public byte[] encode() {
    CanonicalWriter out =
        CanonicalWriter.of(TAG, 1).bytes(recipient.bytes()).fixed(record.bytes(), RecordId.LENGTH);
    return sealed.write(out, RecordKem.Header::write).toByteArray();
  }

  /** Digest of the encoding: the address of the ciphertext in a content-addressed store. */
  public Digest digest() {
    return Digest.of(encode());
  }

  Sealed<RecordKem.Header> sealed() {
    return sealed;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RecordCiphertext that
        && ByteString.of(encode()).equals(ByteString.of(that.encode()));
  }

  @Override
  public int hashCode() {
    return sealed.payload().hashCode();
  }

  @Override
  public String toString() {
    return "RecordCiphertext(" + record + ")";
  }
}
