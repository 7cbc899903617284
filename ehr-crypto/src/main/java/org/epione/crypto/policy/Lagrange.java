package org.epione.crypto.policy;

import java.util.List;
import java.util.stream.IntStream;
import org.epione.crypto.pairing.Scalar;

/** Lagrange polynomials over small numbers, modulo q. */
final class Lagrange {

  private Lagrange() {}

  /** At {@code x}: the polynomial that is 1 at {@code i} and 0 at the other {@code nodes}. */
  static Scalar at(int x, int i, List<Integer> nodes) {
    Scalar numerator = Scalar.of(1);
    Scalar denominator = Scalar.of(1);
    for (int node : nodes) {
      if (node != i) {
        numerator = numerator.multiply(Scalar.of((long) x - node));
        denominator = denominator.multiply(Scalar.of((long) i - node));
      }
    }
    return numerator.multiply(denominator.inverse());
  }

  /** The same over the nodes 1 to {@code k}. */
  static Scalar at(int x, int i, int k) {
    return at(x, i, IntStream.rangeClosed(1, k).boxed().toList());
  }
}
