package org.epione.crypto.pairing.blst;

import java.util.Arrays;
import org.epione.crypto.pairing.G2;
import org.epione.crypto.pairing.Scalar;
import supranational.blst.P2;
import supranational.blst.P2_Affine;

/**
 * An immutable point around blst's mutable one: the wrapped object is never changed or handed out
 * after construction; every operation works on a duplicate.
 */
final class BlstG2 implements G2 {

  private final P2 point;

  private BlstG2(P2 point) {
    this.point = point;
  }

  /** Takes over {@code point}, which nobody else may hold. */
  static BlstG2 owning(P2 point) {
    return new BlstG2(point);
  }

  static BlstG2 of(G2 element) {
    if (element instanceof BlstG2 own) {
      return own;
    }
    throw new IllegalArgumentException("element of another pairing backend");
  }

  P2_Affine affine() {
    return point.to_affine();
  }

  @Override
  public BlstG2 multiply(G2 other) {
    return new BlstG2(point.dup().add(of(other).point));
  }

  @Override
  public BlstG2 power(Scalar exponent) {
    return new BlstG2(point.dup().mult(BlstScalars.of(exponent)));
  }

  @Override
  public BlstG2 inverse() {
    return new BlstG2(point.dup().neg());
  }

  @Override
  public boolean isIdentity() {
    return point.is_inf();
  }

  @Override
  public byte[] encode() {
    return point.compress();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BlstG2 that && point.is_equal(that.point);
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
