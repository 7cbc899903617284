package org.epione.crypto.scheme.abs;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.pairing.BilinearGroup;
import org.epione.crypto.pairing.G1;
import org.epione.crypto.pairing.Scalar;
import org.epione.crypto.pairing.SecretScalar;
import org.epione.crypto.policy.Attribute;
import org.epione.crypto.secret.SecretAccess;
import org.epione.crypto.secret.SecretBytes;

/**
 * One person's key for signing as a holder of attributes: a secret tau, and for each attribute a
 * BBS signature (A, e) of the issuer on tau and the attribute. Credentials of two keys do not
 * combine, as their taus differ. Exported: 60 bytes, and 84 and the name for each attribute. When
 * closed, the exponents are wiped; the elements that remain sign nothing without them.
 */
public final class AttributeSecretKey implements AutoCloseable {

  /** Most attributes in one key. */
  public static final int MAX_ATTRIBUTES = 1000;

  private static final String TAG = "epione.abs.secret-key";

  /** a and e of A^{x+e} = g1 h1^tau h2^u. */
  static final class Credential {
    private final G1 a;
    private final SecretScalar e;

    Credential(G1 a, SecretScalar e) {
      this.a = a;
      this.e = e;
    }

    G1 a() {
      return a;
    }

    SecretScalar e() {
      return e;
    }

    @Override
    public String toString() {
      return "Credential";
    }
  }

  private final SecretScalar tau;
  private final SortedMap<Attribute, Credential> credentials;

  AttributeSecretKey(SecretScalar tau, Map<Attribute, Credential> credentials) {
    requireCount(credentials.size());
    this.tau = tau;
    this.credentials = Collections.unmodifiableSortedMap(new TreeMap<>(credentials));
  }

  static void requireCount(int attributes) {
    if (attributes < 1 || attributes > MAX_ATTRIBUTES) {
      throw new IllegalArgumentException("a key is for 1 to " + MAX_ATTRIBUTES + " attributes");
    }
  }

  static AttributeSecretKey restore(BilinearGroup group, SecretBytes exported) {
    byte[] bytes = exported.reveal(SecretAccess.token());
    try {
      return CanonicalReader.decode(TAG, 1, bytes, in -> read(group, in));
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  private static AttributeSecretKey read(BilinearGroup group, CanonicalReader in) {
    SecretScalar tau = scalar(in);
    TreeMap<Attribute, Credential> credentials = new TreeMap<>();
    in.list(
        MAX_ATTRIBUTES,
        item -> {
          Attribute attribute = Attribute.of(item.text(Attribute.MAX_LENGTH));
          if (!credentials.isEmpty() && credentials.lastKey().compareTo(attribute) >= 0) {
            throw new MalformedEncodingException(TAG + ": attributes not in order");
          }
          G1 a = group.decodeG1(item.fixed(G1.LENGTH));
          credentials.put(attribute, new Credential(a, scalar(item)));
          return attribute;
        });
    return new AttributeSecretKey(tau, credentials);
  }

  private static SecretScalar scalar(CanonicalReader in) {
    byte[] bytes = in.fixed(Scalar.LENGTH);
    try (SecretBytes secret = SecretBytes.of(bytes)) {
      return SecretScalar.restore(secret);
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  /**
   * A copy of the key for whoever stores it wrapped: header {@code epione.abs.secret-key}, version
   * 1, tau, and the list of attributes in order of their names, each with A and e.
   */
  public SecretBytes export() {
    CanonicalWriter out = CanonicalWriter.of(TAG, 1);
    write(out, tau);
    out.list(
        List.copyOf(credentials.entrySet()),
        (item, entry) -> {
          item.text(entry.getKey().name()).fixed(entry.getValue().a.encode(), G1.LENGTH);
          write(item, entry.getValue().e);
        });
    byte[] bytes = out.toByteArray();
    try {
      return SecretBytes.of(bytes);
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  private static void write(CanonicalWriter out, SecretScalar scalar) {
    try (SecretBytes secret = scalar.export()) {
      byte[] bytes = secret.reveal(SecretAccess.token());
      out.fixed(bytes, Scalar.LENGTH);
      Arrays.fill(bytes, (byte) 0);
    }
  }

  /** The attributes that it was issued for. */
  public Set<Attribute> attributes() {
    return credentials.keySet();
  }

  SecretScalar tau() {
    return tau;
  }

  SortedMap<Attribute, Credential> credentials() {
    return credentials;
  }

  @Override
  public void close() {
    tau.close();
    credentials.values().forEach(credential -> credential.e.close());
  }

  @Override
  public String toString() {
    return "AttributeSecretKey";
  }
}
