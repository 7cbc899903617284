package org.epione.crypto.pairing;

/** An element that no backend made. */
class ForeignG1 implements G1 {

  @Override
  public G1 multiply(G1 other) {
    return this;
  }

  @Override
  public G1 power(Scalar exponent) {
    return this;
  }

  @Override
  public G1 inverse() {
    return this;
  }

  @Override
  public boolean isIdentity() {
    return false;
  }

  @Override
  public byte[] encode() {
    return new byte[LENGTH];
  }
}
