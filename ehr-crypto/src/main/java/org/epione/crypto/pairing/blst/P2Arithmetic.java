package org.epione.crypto.pairing.blst;

import org.epione.crypto.pairing.Scalar;
import supranational.blst.P2;
import supranational.blst.P2_Affine;

/** Powers in G2; tables of long life hold affine points, which add a quarter faster. */
final class P2Arithmetic implements Arithmetic<P2, P2_Affine> {

  static final P2Arithmetic INSTANCE = new P2Arithmetic();

  private static final Costs COSTS = new Costs(16400, 70, 185);

  private P2Arithmetic() {}

  @Override
  public Accumulator<P2, P2_Affine> identity() {
    return new Sum(new P2());
  }

  @Override
  public Accumulator<P2, P2_Affine> startingAt(P2 element) {
    return new Sum(element.dup());
  }

  @Override
  public P2_Affine entry(P2 element) {
    return element.to_affine();
  }

  @Override
  public P2 power(P2 base, Scalar exponent) {
    return base.dup().mult(BlstScalars.of(exponent));
  }

  @Override
  public Costs costs() {
    return COSTS;
  }

  private static final class Sum implements Accumulator<P2, P2_Affine> {

    private final P2 point;

    Sum(P2 point) {
      this.point = point;
    }

    @Override
    public void square() {
      point.dbl();
    }

    @Override
    public void multiply(P2 factor) {
      point.add(factor);
    }

    /** The binding cannot subtract, and negating the operand would change it. */
    @Override
    public void divide(P2 divisor) {
      point.neg().add(divisor).neg();
    }

    @Override
    public void multiplyEntry(P2_Affine entry) {
      point.add(entry);
    }

    @Override
    public P2 copy() {
      return point.dup();
    }
  }
}
