package org.epione.crypto.pairing.blst;

import org.epione.crypto.pairing.Scalar;
import supranational.blst.P1;
import supranational.blst.P1_Affine;

/** Powers in G1; tables of long life hold affine points, which add a quarter faster. */
final class P1Arithmetic implements Arithmetic<P1, P1_Affine> {

  static final P1Arithmetic INSTANCE = new P1Arithmetic();

  private static final Costs COSTS = new Costs(8300, 33, 74);

  private P1Arithmetic() {}

  @Override
  public Accumulator<P1, P1_Affine> identity() {
    return new Sum(new P1());
  }

  @Override
  public Accumulator<P1, P1_Affine> startingAt(P1 element) {
    return new Sum(element.dup());
  }

  @Override
  public P1_Affine entry(P1 element) {
    return element.to_affine();
  }

  @Override
  public P1 power(P1 base, Scalar exponent) {
    return base.dup().mult(BlstScalars.of(exponent));
  }

  @Override
  public Costs costs() {
    return COSTS;
  }

  private static final class Sum implements Accumulator<P1, P1_Affine> {

    private final P1 point;

    Sum(P1 point) {
      this.point = point;
    }

    @Override
    public void square() {
      point.dbl();
    }

    @Override
    public void multiply(P1 factor) {
      point.add(factor);
    }

    /** The binding cannot subtract, and negating the operand would change it. */
    @Override
    public void divide(P1 divisor) {
      point.neg().add(divisor).neg();
    }

    @Override
    public void multiplyEntry(P1_Affine entry) {
      point.add(entry);
    }

    @Override
    public P1 copy() {
      return point.dup();
    }
  }
}
