package org.epione.crypto.pairing.blst;

import org.epione.crypto.pairing.Scalar;

/**
 * Hands exponents to blst. Only canonical ones get there: blst itself takes r + 5 for 5, and its
 * multiplication by a negative number throws and leaks native memory.
 */
final class BlstScalars {

  private BlstScalars() {}

  static supranational.blst.Scalar of(Scalar scalar) {
    return new supranational.blst.Scalar().from_bendian(scalar.encode());
  }
}
