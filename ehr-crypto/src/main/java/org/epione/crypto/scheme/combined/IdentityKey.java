package org.epione.crypto.scheme.combined;

import java.util.Arrays;
import java.util.List;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.identity.Pseudonym;
import org.epione.crypto.pairing.G1;
import org.epione.crypto.pairing.G2;
import org.epione.crypto.pairing.PairingTerm;
import org.epione.crypto.pairing.Scalar;
import org.epione.crypto.pairing.SecretScalar;
import org.epione.crypto.random.RandomSource;
import org.epione.crypto.secret.SecretBytes;
import org.epione.crypto.secret.SecretReference;

/**
 * What one pseudo-identity PID opens and signs with: K0 = g^alpha g^(at), K1 = ĝ^t, K_id =
 * h_id(PID)^t. Secret; let go of when closed. Thread-safe.
 *
 * <p>Exported ({@code epione.combined.identity-key}, 1): {@code bytes} PID, {@code G1} K0, {@code
 * G2} K1, {@code G1} K_id; 226 bytes and the PID.
 */
public final class IdentityKey implements AutoCloseable {

  private static final String TAG = "epione.combined.identity-key";

  private final Pseudonym identity;
  private final G1 hashed;
  private final SecretReference<Elements> elements;

  /** The secret part of the key. */
  record Elements(G1 k0, G2 k1, G1 kId) {
    @Override
    public String toString() {
      return "Elements";
    }
  }

  IdentityKey(Pseudonym identity, G1 hashed, Elements elements) {
    this.identity = identity;
    this.hashed = hashed;
    this.elements = SecretReference.of(elements);
  }

  /** A new key: t is random. */
  static IdentityKey issue(MasterKey master, Pseudonym identity, RandomSource random) {
    PublicParameters parameters = master.parameters();
    G1 hashed = parameters.hash(identity);
    try (SecretScalar t = SecretScalar.random(random)) {
      return new IdentityKey(
          identity,
          hashed,
          new Elements(
              master.element().multiply(t.raise(parameters.a())),
              t.raise(parameters.generator()),
              t.raise(hashed)));
    }
  }

  static IdentityKey decode(PublicParameters parameters, byte[] encoded) {
    return CanonicalReader.decode(
        TAG,
        1,
        encoded,
        in -> {
          Pseudonym identity = Pseudonym.of(in.bytes(Pseudonym.MAX_LENGTH));
          G1 k0 = parameters.group().decodeG1(in.fixed(G1.LENGTH));
          G2 k1 = parameters.group().decodeG2(in.fixed(G2.LENGTH));
          G1 kId = parameters.group().decodeG1(in.fixed(G1.LENGTH));
          return new IdentityKey(identity, parameters.hash(identity), new Elements(k0, k1, kId));
        });
  }

  /** PID: whose key it is. */
  public Pseudonym identity() {
    return identity;
  }

  /** A copy for whoever stores it wrapped; {@link HolderKeys#restoreIdentityKey} reads it back. */
  public SecretBytes export() {
    Elements key = elements.get();
    byte[] encoded =
        CanonicalWriter.of(TAG, 1)
            .bytes(identity.bytes())
            .fixed(key.k0.encode(), G1.LENGTH)
            .fixed(key.k1.encode(), G2.LENGTH)
            .fixed(key.kId.encode(), G1.LENGTH)
            .toByteArray();
    try {
      return SecretBytes.of(encoded);
    } finally {
      Arrays.fill(encoded, (byte) 0);
    }
  }

  /** h_id(PID). */
  G1 hashed() {
    return hashed;
  }

  Elements elements() {
    return elements.get();
  }

  /**
   * e(K0, ĝ) = Z e(g^a, K1) and e(K_id, ĝ) = e(h_id(PID), K1), as one: the second raised to a
   * random rho and multiplied with the first.
   */
  boolean isIssuedUnder(PublicParameters parameters, RandomSource random) {
    Elements key = elements.get();
    Scalar rho = Scalar.randomShort(random);
    G1 left = key.k0.multiply(key.kId.power(rho));
    G1 right = parameters.a().multiply(hashed.power(rho)).inverse();
    return parameters.isZ(
        List.of(new PairingTerm(left, parameters.generator()), new PairingTerm(right, key.k1)));
  }

  @Override
  public void close() {
    elements.close();
  }

  @Override
  public String toString() {
    return "IdentityKey";
  }
}
