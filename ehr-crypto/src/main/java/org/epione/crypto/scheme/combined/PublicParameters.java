package org.epione.crypto.scheme.combined;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.identity.Pseudonym;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.pairing.BilinearGroup;
import org.epione.crypto.pairing.G1;
import org.epione.crypto.pairing.G2;
import org.epione.crypto.pairing.Gt;
import org.epione.crypto.pairing.PairingTerm;
import org.epione.crypto.policy.Attribute;
import org.epione.crypto.transcript.Digest;
import org.epione.crypto.transcript.DomainTag;

/**
 * PP: all that is needed to encrypt and verify under one authority, Z = e(g, ĝ)^alpha. The paper's
 * g^a is hashed to the curve from a fixed string, so nobody knows a, not even the authority; no
 * equation needs it. Immutable, thread-safe; made once and shared, as it keeps its bases prepared.
 *
 * <p>Encoded ({@code epione.combined.parameters}, 1): {@code Gt} Z, 604 bytes in all.
 */
public final class PublicParameters {

  private static final String TAG = "epione.combined.parameters";

  private final BilinearGroup group;
  private final G1 a;
  private final G2 generator;
  private final Gt z;
  private final Digest digest;

  PublicParameters(BilinearGroup group, Gt z) {
    this.group = group;
    this.a = group.hashToG1(DomainTag.COMBINED_BASE, new byte[0]).prepared();
    this.generator = group.generatorG2().prepared();
    this.z = z.prepared();
    this.digest = Digest.of(encode());
  }

  /**
   * Reads back {@link #encode}.
   *
   * @throws MalformedEncodingException if it is not that of public parameters
   */
  static PublicParameters decode(BilinearGroup group, byte[] encoded) {
    return CanonicalReader.decode(
        TAG, 1, encoded, in -> new PublicParameters(group, group.decodeGt(in.fixed(Gt.LENGTH))));
  }

  /** The encoding; {@link KeyAuthority#decodeParameters} reads it back. */
  public byte[] encode() {
    return CanonicalWriter.of(TAG, 1).fixed(z.encode(), Gt.LENGTH).toByteArray();
  }

  /** Identifies the parameters; every ciphertext is bound to it. */
  public Digest digest() {
    return digest;
  }

  BilinearGroup group() {
    return group;
  }

  /** g^a. */
  G1 a() {
    return a;
  }

  /** ĝ. */
  G2 generator() {
    return generator;
  }

  /** Z. */
  Gt z() {
    return z;
  }

  /** Whether the product of the pairings is Z, with one final exponentiation. */
  boolean isZ(List<PairingTerm> terms) {
    return group.product(terms).equals(z);
  }

  /** h_attr. */
  G1 hash(Attribute attribute) {
    return group.hashToG1(
        DomainTag.COMBINED_ATTRIBUTE, attribute.name().getBytes(StandardCharsets.US_ASCII));
  }

  /** h_id. */
  G1 hash(Pseudonym identity) {
    return group.hashToG1(DomainTag.COMBINED_IDENTITY, identity.bytes());
  }

  /** h_rec. */
  G1 hash(RecordId record) {
    return group.hashToG1(DomainTag.COMBINED_RECORD, record.bytes());
  }

  /** h_msg. */
  G1 hash(byte[] message) {
    return group.hashToG1(DomainTag.COMBINED_MESSAGE, message);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PublicParameters that && digest.equals(that.digest);
  }

  @Override
  public int hashCode() {
    return digest.hashCode();
  }

  @Override
  public String toString() {
    return "PublicParameters(" + digest.shortHex() + ")";
  }
}
