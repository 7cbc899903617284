package org.epione.crypto.pairing.bouncycastle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.bouncycastle.crypto.bls.BLS12_381G1;
import org.bouncycastle.crypto.bls.BLS12_381G2;
import org.bouncycastle.crypto.bls.BLS12_381G2HashToCurve;
import org.bouncycastle.crypto.bls.BLS12_381G2Point;
import org.bouncycastle.crypto.bls.BLS12_381Pairing;
import org.bouncycastle.crypto.bls.BLS12_381Serialization;
import org.bouncycastle.crypto.bls.BLS12_381SubgroupCheck;
import org.bouncycastle.crypto.bls.Fp12Element;
import org.bouncycastle.crypto.hash2curve.HashToCurveProfile;
import org.bouncycastle.crypto.hash2curve.HashToEllipticCurve;
import org.bouncycastle.math.ec.ECCurve;
import org.bouncycastle.math.ec.ECPoint;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.pairing.BilinearGroup;
import org.epione.crypto.pairing.G1;
import org.epione.crypto.pairing.G2;
import org.epione.crypto.pairing.Gt;
import org.epione.crypto.pairing.PairingTerm;
import org.epione.crypto.transcript.DomainTag;

/**
 * The pairing group in pure Java. Some 30 times slower than blst (a pairing takes about 26 ms), but
 * it runs everywhere.
 */
public final class BouncyCastleGroup implements BilinearGroup {

  private final ECCurve curve = BLS12_381G1.createCurve();
  private final BouncyG1 generatorG1 = new BouncyG1(BLS12_381G1.getGenerator(curve));
  private final BouncyG2 generatorG2 = new BouncyG2(BLS12_381G2.getGenerator());

  /** Needs nothing. */
  public BouncyCastleGroup() {}

  @Override
  public String name() {
    return "bouncycastle";
  }

  @Override
  public G1 generatorG1() {
    return generatorG1;
  }

  @Override
  public G2 generatorG2() {
    return generatorG2;
  }

  @Override
  public G1 hashToG1(DomainTag tag, byte[] message) {
    // A new one each time: it holds a digest, which is not thread-safe.
    ECPoint hashed =
        HashToEllipticCurve.getInstance(
                HashToCurveProfile.BLS12_381_G1_XMD_SHA_256_SSWU_RO, tag.text())
            .hashToCurve(message);
    return new BouncyG1(curve.importPoint(hashed));
  }

  @Override
  public G2 hashToG2(DomainTag tag, byte[] message) {
    return new BouncyG2(new BLS12_381G2HashToCurve(tag.bytes()).hashToCurve(message));
  }

  @Override
  public G1 decodeG1(byte[] encoded) {
    return orMalformed(
        encoded,
        G1.LENGTH,
        () -> {
          ECPoint point = BLS12_381Serialization.decompressG1(encoded, curve);
          require(!point.isInfinity() && BLS12_381SubgroupCheck.isInG1Subgroup(point));
          require(Arrays.equals(BLS12_381Serialization.compressG1(point), encoded));
          return new BouncyG1(point);
        });
  }

  @Override
  public G2 decodeG2(byte[] encoded) {
    return orMalformed(
        encoded,
        G2.LENGTH,
        () -> {
          BLS12_381G2Point point = BLS12_381Serialization.decompressG2(encoded);
          require(!point.isInfinity() && BLS12_381SubgroupCheck.isInG2Subgroup(point));
          require(Arrays.equals(BLS12_381Serialization.compressG2(point), encoded));
          return new BouncyG2(point);
        });
  }

  @Override
  public Gt decodeGt(byte[] encoded) {
    return BouncyGt.decode(encoded);
  }

  @Override
  public Gt product(List<PairingTerm> terms) {
    List<ECPoint> lefts = new ArrayList<>();
    List<BLS12_381G2Point> rights = new ArrayList<>();
    for (PairingTerm term : terms) {
      BouncyG1 left = BouncyG1.of(term.left());
      BouncyG2 right = BouncyG2.of(term.right());
      if (!left.isIdentity() && !right.isIdentity()) {
        lefts.add(left.point());
        rights.add(right.point());
      }
    }
    if (lefts.isEmpty()) {
      return BouncyGt.ofPairing(Fp12Element.ONE);
    }
    return BouncyGt.ofPairing(
        BLS12_381Pairing.multiPair(
            lefts.toArray(new ECPoint[0]), rights.toArray(new BLS12_381G2Point[0])));
  }

  private static <T> T orMalformed(byte[] encoded, int length, Supplier<T> decoding) {
    if (encoded.length != length) {
      throw new MalformedEncodingException("a compressed element has " + length + " bytes");
    }
    try {
      return decoding.get();
    } catch (IllegalArgumentException | NullPointerException e) {
      // The second is what Bouncy Castle's subgroup check throws at a point of order 3.
      throw new MalformedEncodingException("not an element of the group, or the identity", e);
    }
  }

  private static void require(boolean condition) {
    if (!condition) {
      throw new IllegalArgumentException("not an element of the group, or the identity");
    }
  }
}
