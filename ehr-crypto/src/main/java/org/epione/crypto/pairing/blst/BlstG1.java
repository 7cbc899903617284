package org.epione.crypto.pairing.blst;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.epione.crypto.pairing.G1;
import org.epione.crypto.pairing.Scalar;
import org.jspecify.annotations.Nullable;
import supranational.blst.P1;
import supranational.blst.P1_Affine;

/**
 * An immutable point around blst's mutable one: the wrapped object is never changed or handed out
 * after construction; every operation works on a duplicate.
 */
final class BlstG1 implements G1 {

  private static final P1Arithmetic ARITHMETIC = P1Arithmetic.INSTANCE;

  private final P1 point;
  private final @Nullable Comb<P1, P1_Affine> comb;

  private BlstG1(P1 point, @Nullable Comb<P1, P1_Affine> comb) {
    this.point = point;
    this.comb = comb;
  }

  /** Takes over {@code point}, which nobody else may hold. */
  static BlstG1 owning(P1 point) {
    return new BlstG1(point, null);
  }

  static BlstG1 of(G1 element) {
    if (element instanceof BlstG1 own) {
      return own;
    }
    throw new IllegalArgumentException("element of another pairing backend");
  }

  /** Bases with a table by their tables, the others together. */
  static BlstG1 productOfPowers(List<G1> bases, List<Scalar> exponents) {
    List<P1> others = new ArrayList<>();
    List<Scalar> theirExponents = new ArrayList<>();
    P1 product = new P1();
    for (int i = 0; i < bases.size(); i++) {
      BlstG1 base = of(bases.get(i));
      if (base.comb == null) {
        others.add(base.point);
        theirExponents.add(exponents.get(i));
      } else {
        product.add(base.comb.power(exponents.get(i)));
      }
    }
    return owning(product.add(Interleaving.product(ARITHMETIC, others, theirExponents)));
  }

  P1_Affine affine() {
    return point.to_affine();
  }

  @Override
  public BlstG1 multiply(G1 other) {
    return owning(point.dup().add(of(other).point));
  }

  @Override
  public BlstG1 power(Scalar exponent) {
    return comb == null ? powerOfSecret(exponent) : owning(comb.power(exponent));
  }

  @Override
  public BlstG1 powerOfSecret(Scalar exponent) {
    return owning(ARITHMETIC.power(point, exponent));
  }

  /** The identity has no table: it is no element of prime order, and its powers cost nothing. */
  @Override
  public BlstG1 prepared() {
    return comb != null || isIdentity() ? this : new BlstG1(point, new Comb<>(ARITHMETIC, point));
  }

  @Override
  public BlstG1 inverse() {
    return owning(point.dup().neg());
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
