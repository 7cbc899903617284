package org.epione.crypto.pairing.blst;

import java.util.Arrays;
import org.epione.crypto.pairing.G1;
import org.epione.crypto.pairing.Scalar;
import supranational.blst.P1;
import supranational.blst.P1_Affine;

/**
 * An immutable point around blst's mutable one: the wrapped object is never changed or handed out
 * after construction; every operation works on a duplicate.
 */
final class BlstG1 implements G1 {

  private final P1 point;

  private BlstG1(P1 point) {
    this.point = point;
  }

  /** Takes over {@code point}, which nobody else may hold. */
  static BlstG1 owning(P1 point) {
    return new BlstG1(point);
  }

  static BlstG1 of(G1 element) {
    if (element instanceof BlstG1 own) {
      return own;
    }
    throw new IllegalArgumentException("element of another pairing backend");
  }

  P1_Affine affine() {
    return point.to_affine();
  }

  @Override
  public BlstG1 multiply(G1 other) {
    return new BlstG1(point.dup().add(of(other).point));
  }

  @Override
  public BlstG1 power(Scalar exponent) {
    return new BlstG1(point.dup().mult(BlstScalars.of(exponent)));
  }

  @Override
  public BlstG1 inverse() {
    return new BlstG1(point.dup().neg());
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
    return other instanceof BlstG1 that && point.is_equal(that.point);
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
