package org.epione.crypto.pairing.blst;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.epione.crypto.pairing.G2;
import org.epione.crypto.pairing.Scalar;
import org.jspecify.annotations.Nullable;
import supranational.blst.P2;
import supranational.blst.P2_Affine;

/**
 * An immutable point around blst's mutable one: the wrapped object is never changed or handed out
 * after construction; every operation works on a duplicate.
 */
final class BlstG2 implements G2 {

  private static final P2Arithmetic ARITHMETIC = P2Arithmetic.INSTANCE;

  private final P2 point;
  private final @Nullable Comb<P2, P2_Affine> comb;

  private BlstG2(P2 point, @Nullable Comb<P2, P2_Affine> comb) {
    this.point = point;
    this.comb = comb;
  }

  /** Takes over {@code point}, which nobody else may hold. */
  static BlstG2 owning(P2 point) {
    return new BlstG2(point, null);
  }

  static BlstG2 of(G2 element) {
    if (element instanceof BlstG2 own) {
      return own;
    }
    throw new IllegalArgumentException("element of another pairing backend");
  }

  /** Bases with a table by their tables, the others together. */
  static BlstG2 productOfPowers(List<G2> bases, List<Scalar> exponents) {
    List<P2> others = new ArrayList<>();
    List<Scalar> theirExponents = new ArrayList<>();
    P2 product = new P2();
    for (int i = 0; i < bases.size(); i++) {
      BlstG2 base = of(bases.get(i));
      if (base.comb == null) {
        others.add(base.point);
        theirExponents.add(exponents.get(i));
      } else {
        product.add(base.comb.power(exponents.get(i)));
      }
    }
    return owning(product.add(Interleaving.product(ARITHMETIC, others, theirExponents)));
  }

  P2_Affine affine() {
    return point.to_affine();
  }

  @Override
  public BlstG2 multiply(G2 other) {
    return owning(point.dup().add(of(other).point));
  }

  @Override
  public BlstG2 power(Scalar exponent) {
    return comb == null ? powerOfSecret(exponent) : owning(comb.power(exponent));
  }

  @Override
  public BlstG2 powerOfSecret(Scalar exponent) {
    return owning(ARITHMETIC.power(point, exponent));
  }

  /** The identity has no table: it is no element of prime order, and its powers cost nothing. */
  @Override
  public BlstG2 prepared() {
    return comb != null || isIdentity() ? this : new BlstG2(point, new Comb<>(ARITHMETIC, point));
  }

  @Override
  public BlstG2 inverse() {
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
