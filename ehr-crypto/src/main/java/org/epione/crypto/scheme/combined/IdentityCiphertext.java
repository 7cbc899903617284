package org.epione.crypto.scheme.combined;

import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.hybrid.FujisakiOkamoto.Sealed;
import org.epione.crypto.identity.Pseudonym;
import org.epione.crypto.pairing.BilinearGroup;

/**
 * A value encrypted to one pseudo-identity PID. Immutable; compared by content.
 *
 * <p>Encoded ({@code epione.combined.identity-ciphertext}, 1): {@code bytes} PID, {@code G2} C1,
 * {@code G1} C2, {@code G2} C3, {@code fixed 92} sealed seed, {@code bytes} payload; 437 bytes more
 * than PID and plaintext.
 */
public final class IdentityCiphertext {

  private static final String TAG = "epione.combined.identity-ciphertext";

  private final Pseudonym recipient;
  private final Sealed<IdentityKem.Header> sealed;

  IdentityCiphertext(Pseudonym recipient, Sealed<IdentityKem.Header> sealed) {
    this.recipient = recipient;
    this.sealed = sealed;
  }

  static IdentityCiphertext decode(BilinearGroup group, byte[] encoded) {
    return CanonicalReader.decode(
        TAG,
        1,
        encoded,
        in ->
            new IdentityCiphertext(
                Pseudonym.of(in.bytes(Pseudonym.MAX_LENGTH)),
                Sealed.read(
                    in, each -> IdentityKem.Header.read(group, each), Payloads.MAX_SEALED)));
  }

  /** PID: who can open it. */
  public Pseudonym recipient() {
    return recipient;
  }

  /** The encoding; {@link IdentityBasedEncryption#decodeCiphertext} reads it back. */
  public byte[] encode() {
    CanonicalWriter out = CanonicalWriter.of(TAG, 1).bytes(recipient.bytes());
    return sealed.write(out, IdentityKem.Header::write).toByteArray();
  }

  Sealed<IdentityKem.Header> sealed() {
    return sealed;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof IdentityCiphertext that
        && ByteString.of(encode()).equals(ByteString.of(that.encode()));
  }

  @Override
  public int hashCode() {
    return sealed.payload().hashCode();
  }

  @Override
  public String toString() {
    return "IdentityCiphertext";
  }
}
