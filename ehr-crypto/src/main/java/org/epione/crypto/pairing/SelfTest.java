package org.epione.crypto.pairing;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.transcript.DomainTag;

/**
 * What a backend must show at start before anything relies on it: a published vector, bilinearity,
 * and the places where a binding to native code can silently go wrong.
 */
public final class SelfTest {

  private static final byte[] ABC = {'a', 'b', 'c'};

  /** RFC 9380 J.9.1, message "abc", compressed. */
  private static final byte[] HASH_TO_G1_OF_ABC =
      HexFormat.of()
          .parseHex(
              "83567bc5ef9c690c2ab2ecdf6a96ef1c139cc0b2f284dca0a9a7943388a49a3a"
                  + "ee664ba5379a7655d3c68900be2f6903");

  /** RFC 9380 J.10.1, message "abc", compressed. */
  private static final byte[] HASH_TO_G2_OF_ABC =
      HexFormat.of()
          .parseHex(
              "939cddbccdc5e91b9623efd38c49f81a6f83f175e80b06fc374de9eb4b41dfe4"
                  + "ca3a230ed250fbe3a2acf73a41177fd802c2d18e033b960562aae3cab37a27ce"
                  + "00d80ccd5ba4b7fe0e7a210245129dbec7780ccc7954725f4168aff2787776e6");

  private SelfTest() {}

  /**
   * Tests {@code group}.
   *
   * @throws IllegalStateException naming what it got wrong
   */
  public static void run(BilinearGroup group) {
    try {
      check(group);
    } catch (MalformedEncodingException e) {
      throw new IllegalStateException(
          "pairing backend fails its self-test: it refuses its own encoding", e);
    }
  }

  private static void check(BilinearGroup group) {
    G1 g = group.generatorG1();
    G2 h = group.generatorG2();
    Scalar a = Scalar.hash(DomainTag.SELF_TEST, new byte[] {1});
    Scalar b = Scalar.hash(DomainTag.SELF_TEST, new byte[] {2});
    requirePublishedHashes(group);
    Gt product = group.pair(g.power(a), h.power(b));
    require(product.equals(group.pair(g.power(a.multiply(b)), h)), "bilinearity");
    require(!product.isIdentity(), "non-degeneracy");
    require(
        group
            .product(
                List.of(
                    new PairingTerm(g.power(a), h.power(b)),
                    new PairingTerm(g.power(a.multiply(b)).inverse(), h)))
            .isIdentity(),
        "product of pairings");
    Gt decoded = group.decodeGt(product.encode());
    require(
        decoded.equals(product)
            && decoded.multiply(product).equals(group.pair(g.power(a.add(a)), h.power(b))),
        "decoding of pairing values");
    checkPowers(group, a, b);
    require(group.decodeG1(g.power(a).encode()).equals(g.power(a)), "decoding in G1");
    require(group.decodeG2(h.power(b).encode()).equals(h.power(b)), "decoding in G2");
    requireIdentityRefused(group);
  }

  private static void requirePublishedHashes(BilinearGroup group) {
    byte[] one = group.hashToG1(DomainTag.SELF_TEST, ABC).encode();
    require(Arrays.equals(one, HASH_TO_G1_OF_ABC), "hash to G1");
    byte[] two = group.hashToG2(DomainTag.SELF_TEST_G2, ABC).encode();
    require(Arrays.equals(two, HASH_TO_G2_OF_ABC), "hash to G2");
  }

  /** Tables and shared squarings against the backend's plain exponentiation. */
  private static void checkPowers(BilinearGroup group, Scalar a, Scalar b) {
    G1 g = group.generatorG1();
    G2 h = group.generatorG2();
    require(g.prepared().power(a).equals(g.powerOfSecret(a)), "prepared elements of G1");
    require(h.prepared().power(b).equals(h.powerOfSecret(b)), "prepared elements of G2");
    G1 other = g.powerOfSecret(b);
    require(
        group
            .productOfPowersG1(List.of(other, g.inverse()), List.of(a, b))
            .equals(other.powerOfSecret(a).multiply(other.inverse())),
        "product of powers");
    Gt base = group.pair(g, h);
    Gt power = group.pair(g.powerOfSecret(a), h);
    require(
        base.power(a).equals(power)
            && base.prepared().power(a).equals(power)
            && power.multiply(power.inverse()).isIdentity(),
        "exponentiation of pairing values");
  }

  private static void requireIdentityRefused(BilinearGroup group) {
    G1 identity = group.generatorG1().multiply(group.generatorG1().inverse());
    require(
        identity.isIdentity() && group.pair(identity, group.generatorG2()).isIdentity(),
        "pairing of the identity");
    boolean refused = false;
    try {
      group.decodeG1(identity.encode());
    } catch (MalformedEncodingException e) {
      refused = true;
    }
    require(refused, "refusal of the identity");
  }

  private static void require(boolean condition, String what) {
    if (!condition) {
      throw new IllegalStateException("pairing backend fails its self-test: " + what);
    }
  }
}
