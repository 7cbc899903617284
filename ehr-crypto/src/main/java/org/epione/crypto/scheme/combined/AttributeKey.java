package org.epione.crypto.scheme.combined;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.pairing.BilinearGroup;
import org.epione.crypto.pairing.G1;
import org.epione.crypto.pairing.G2;
import org.epione.crypto.pairing.PairingTerm;
import org.epione.crypto.pairing.Scalar;
import org.epione.crypto.pairing.SecretScalar;
import org.epione.crypto.policy.Attribute;
import org.epione.crypto.random.RandomSource;
import org.epione.crypto.secret.SecretBytes;
import org.epione.crypto.secret.SecretReference;

/**
 * What a holder of attributes S opens with: K0 = g^alpha g^(at), K1 = ĝ^t, K_x = h_attr(x)^t for
 * each x of S. The one t holds the parts together: parts of two keys do not combine. Secret; let go
 * of when closed. Thread-safe.
 *
 * <p>Exported ({@code epione.combined.attribute-key}, 1): {@code G1} K0, {@code G2} K1, {@code list
 * of} ({@code text} name, {@code G1} K_x) in order of the names; 179 bytes, and for each attribute
 * 52 bytes and its name.
 */
public final class AttributeKey implements AutoCloseable {

  /** Most attributes in one key. */
  public static final int MAX_ATTRIBUTES = 256;

  private static final String TAG = "epione.combined.attribute-key";

  private final SortedSet<Attribute> attributes;
  private final SecretReference<Elements> elements;

  /** The secret part of the key. */
  record Elements(G1 k0, G2 k1, SortedMap<Attribute, G1> kx) {

    @Override
    public String toString() {
      return "Elements";
    }
  }

  AttributeKey(Elements elements) {
    if (elements.kx.isEmpty() || elements.kx.size() > MAX_ATTRIBUTES) {
      throw new IllegalArgumentException("1 to " + MAX_ATTRIBUTES + " attributes");
    }
    this.attributes = new TreeSet<>(elements.kx.keySet());
    this.elements = SecretReference.of(elements);
  }

  /** A new key: t is random. */
  static AttributeKey issue(MasterKey master, Set<Attribute> attributes, RandomSource random) {
    PublicParameters parameters = master.parameters();
    try (SecretScalar t = SecretScalar.random(random)) {
      SortedMap<Attribute, G1> kx = new TreeMap<>();
      attributes.forEach(x -> kx.put(x, t.raise(parameters.hash(x))));
      return new AttributeKey(
          new Elements(
              master.element().multiply(t.raise(parameters.a())),
              t.raise(parameters.generator()),
              kx));
    }
  }

  static AttributeKey decode(BilinearGroup group, byte[] encoded) {
    return CanonicalReader.decode(
        TAG,
        1,
        encoded,
        in -> {
          G1 k0 = group.decodeG1(in.fixed(G1.LENGTH));
          G2 k1 = group.decodeG2(in.fixed(G2.LENGTH));
          SortedMap<Attribute, G1> kx = new TreeMap<>();
          in.list(MAX_ATTRIBUTES, item -> readComponent(group, item, kx));
          return new AttributeKey(new Elements(k0, k1, kx));
        });
  }

  private static Attribute readComponent(
      BilinearGroup group, CanonicalReader in, SortedMap<Attribute, G1> kx) {
    Attribute x = Attribute.of(in.text(Attribute.MAX_LENGTH));
    if (!kx.isEmpty() && kx.lastKey().compareTo(x) >= 0) {
      throw new IllegalArgumentException("attributes are in order of their names");
    }
    kx.put(x, group.decodeG1(in.fixed(G1.LENGTH)));
    return x;
  }

  /** S: what the key is issued for, in order of the names. */
  public SortedSet<Attribute> attributes() {
    return new TreeSet<>(attributes);
  }

  /** A copy for whoever stores it wrapped; {@link HolderKeys#restoreAttributeKey} reads it back. */
  public SecretBytes export() {
    Elements key = elements.get();
    byte[] encoded =
        CanonicalWriter.of(TAG, 1)
            .fixed(key.k0.encode(), G1.LENGTH)
            .fixed(key.k1.encode(), G2.LENGTH)
            .list(
                key.kx.entrySet(),
                (out, each) ->
                    out.text(each.getKey().name()).fixed(each.getValue().encode(), G1.LENGTH))
            .toByteArray();
    try {
      return SecretBytes.of(encoded);
    } finally {
      Arrays.fill(encoded, (byte) 0);
    }
  }

  Elements elements() {
    return elements.get();
  }

  /**
   * e(K0, ĝ) = Z e(g^a, K1) and e(K_x, ĝ) = e(h_attr(x), K1) for each x, as one: each but the first
   * raised to a random rho of its own and all multiplied.
   */
  boolean isIssuedUnder(PublicParameters parameters, RandomSource random) {
    Elements key = elements.get();
    List<G1> components = new ArrayList<>();
    List<G1> hashes = new ArrayList<>();
    List<Scalar> rho = new ArrayList<>();
    for (Map.Entry<Attribute, G1> each : key.kx.entrySet()) {
      components.add(each.getValue());
      hashes.add(parameters.hash(each.getKey()));
      rho.add(Scalar.randomShort(random));
    }
    BilinearGroup group = parameters.group();
    G1 left = key.k0.multiply(group.productOfPowersG1(components, rho));
    G1 right = parameters.a().multiply(group.productOfPowersG1(hashes, rho)).inverse();
    return parameters.isZ(
        List.of(new PairingTerm(left, parameters.generator()), new PairingTerm(right, key.k1)));
  }

  @Override
  public void close() {
    elements.close();
  }

  @Override
  public String toString() {
    return "AttributeKey";
  }
}
