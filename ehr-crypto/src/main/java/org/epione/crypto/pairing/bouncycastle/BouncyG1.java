package org.epione.crypto.pairing.bouncycastle;

import java.util.Arrays;
import org.bouncycastle.crypto.bls.BLS12_381G1;
import org.bouncycastle.crypto.bls.BLS12_381Serialization;
import org.bouncycastle.math.ec.ECPoint;
import org.epione.crypto.pairing.G1;
import org.epione.crypto.pairing.Scalar;

/** A point on Bouncy Castle's curve, kept in affine form. */
final class BouncyG1 implements G1 {

  private final ECPoint point;

  BouncyG1(ECPoint point) {
    this.point = point.normalize();
  }

  static BouncyG1 of(G1 element) {
    if (element instanceof BouncyG1 own) {
      return own;
    }
    throw new IllegalArgumentException("element of another pairing backend");
  }

  ECPoint point() {
    return point;
  }

  @Override
  public BouncyG1 multiply(G1 other) {
    return new BouncyG1(point.add(of(other).point));
  }

  @Override
  public BouncyG1 power(Scalar exponent) {
    return new BouncyG1(BLS12_381G1.constantTimeMultiply(point, exponent.number()));
  }

  @Override
  public BouncyG1 inverse() {
    return new BouncyG1(point.negate());
  }

  @Override
  public boolean isIdentity() {
    return point.isInfinity();
  }

  @Override
  public byte[] encode() {
    return BLS12_381Serialization.compressG1(point);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BouncyG1 that && point.equals(that.point);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(encode());
  }

  @Override
  public String toString() {
    return "G1";
  }
}
