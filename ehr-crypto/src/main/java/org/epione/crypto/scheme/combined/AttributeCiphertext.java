package org.epione.crypto.scheme.combined;

import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.hybrid.FujisakiOkamoto.Sealed;
import org.epione.crypto.pairing.BilinearGroup;
import org.epione.crypto.policy.AccessPolicy;
import org.epione.crypto.transcript.Digest;

/**
 * A value encrypted to whoever satisfies a policy, which it names. Immutable; compared by content.
 *
 * <p>Encoded ({@code epione.combined.attribute-ciphertext}, 1): {@code bytes} policy, {@code G2}
 * C1, {@code list of} ({@code G1} C2_i, {@code G2} C3_i), one for each attribute as it stands in
 * the policy's text, {@code fixed 92} sealed seed, {@code bytes} payload; 324 bytes more than the
 * policy's text, the plaintext and 144 for each row.
 */
public final class AttributeCiphertext {

  private static final String TAG = "epione.combined.attribute-ciphertext";
  static final int MAX_POLICY = AccessPolicy.MAX_TEXT + 64;

  private final AccessPolicy policy;
  private final Sealed<AttributeKem.Header> sealed;

  AttributeCiphertext(AccessPolicy policy, Sealed<AttributeKem.Header> sealed) {
    this.policy = policy;
    this.sealed = sealed;
  }

  static AttributeCiphertext decode(BilinearGroup group, byte[] encoded) {
    return CanonicalReader.decode(TAG, 1, encoded, in -> read(group, in));
  }

  private static AttributeCiphertext read(BilinearGroup group, CanonicalReader in) {
    AccessPolicy policy = AccessPolicy.decode(in.bytes(MAX_POLICY));
    int rows = policy.spanProgram().rows().size();
    return new AttributeCiphertext(
        policy,
        Sealed.read(in, each -> AttributeKem.Header.read(group, rows, each), Payloads.MAX_SEALED));
  }

  /** Whose holders can open it. */
  public AccessPolicy policy() {
    return policy;
  }

  /** The encoding; {@link AttributeBasedEncryption#decodeCiphertext} reads it back. */
  public byte[] encode() {
    CanonicalWriter out = CanonicalWriter.of(TAG, 1).bytes(policy.encode());
    return sealed.write(out, AttributeKem.Header::write).toByteArray();
  }

  /** Digest of the encoding: the address of the ciphertext in a content-addressed store. */
  public Digest digest() {
    return Digest.of(encode());
  }

  Sealed<AttributeKem.Header> sealed() {
    return sealed;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AttributeCiphertext that
        && ByteString.of(encode()).equals(ByteString.of(that.encode()));
  }

  @Override
  public int hashCode() {
    return sealed.payload().hashCode();
  }

  @Override
  public String toString() {
    return "AttributeCiphertext(" + policy.text() + ")";
  }
}
