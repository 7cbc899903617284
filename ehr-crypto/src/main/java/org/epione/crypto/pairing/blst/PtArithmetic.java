package org.epione.crypto.pairing.blst;

import org.epione.crypto.pairing.Scalar;
import supranational.blst.PT;

/** Powers in GT, which the binding lacks. */
final class PtArithmetic implements Arithmetic<PT, PT> {

  static final PtArithmetic INSTANCE = new PtArithmetic();

  private static final Costs COSTS = new Costs(54000, 144, 204);

  private PtArithmetic() {}

  @Override
  public Accumulator<PT, PT> identity() {
    return new Product(PT.one().dup());
  }

  @Override
  public Accumulator<PT, PT> startingAt(PT element) {
    return new Product(element.dup());
  }

  @Override
  public PT entry(PT element) {
    return element;
  }

  @Override
  public PT power(PT base, Scalar exponent) {
    return Interleaving.power(this, base, exponent);
  }

  @Override
  public Costs costs() {
    return COSTS;
  }

  private static final class Product implements Accumulator<PT, PT> {

    private final PT value;

    Product(PT value) {
      this.value = value;
    }

    @Override
    public void square() {
      value.sqr();
    }

    @Override
    public void multiply(PT factor) {
      value.mul(factor);
    }

    @Override
    public void divide(PT divisor) {
      PtMemory.conjugate(value);
      value.mul(divisor);
      PtMemory.conjugate(value);
    }

    @Override
    public void multiplyEntry(PT entry) {
      value.mul(entry);
    }

    @Override
    public PT copy() {
      return value.dup();
    }
  }
}
