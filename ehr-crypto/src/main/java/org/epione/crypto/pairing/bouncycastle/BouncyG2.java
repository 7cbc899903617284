package org.epione.crypto.pairing.bouncycastle;

import java.util.Arrays;
import org.bouncycastle.crypto.bls.BLS12_381G2Point;
import org.bouncycastle.crypto.bls.BLS12_381Serialization;
import org.epione.crypto.pairing.G2;
import org.epione.crypto.pairing.Scalar;

/** A point on Bouncy Castle's twist. */
final class BouncyG2 implements G2 {

  private final BLS12_381G2Point point;

  BouncyG2(BLS12_381G2Point point) {
    this.point = point;
  }

  static BouncyG2 of(G2 element) {
    if (element instanceof BouncyG2 own) {
      return own;
    }
    throw new IllegalArgumentException("element of another pairing backend");
  }

  BLS12_381G2Point point() {
    return point;
  }

  @Override
  public BouncyG2 multiply(G2 other) {
    return new BouncyG2(point.add(of(other).point));
  }

  @Override
  public BouncyG2 power(Scalar exponent) {
    return new BouncyG2(point.constantTimeMultiply(exponent.number()));
  }

  @Override
  public BouncyG2 inverse() {
    return new BouncyG2(point.negate());
  }

  @Override
  public boolean isIdentity() {
    return point.isInfinity();
  }

  @Override
  public byte[] encode() {
    return BLS12_381Serialization.compressG2(point);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BouncyG2 that && point.equals(that.point);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(encode());
  }

  @Override
  public String toString() {
    return "G2";
  }
}
