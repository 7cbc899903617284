package org.epione.crypto.policy;

import java.util.ArrayList;
import java.util.List;
import org.epione.crypto.pairing.Scalar;
import org.epione.crypto.random.RandomSource;

/**
 * Weights that cancel: from the root, which gets zero, each gate splits its weight among its parts
 * in such a way that their vectors add up to its own vector times its weight. What a threshold k
 * leaves free, the weights of the parts after the k-th, is drawn at random.
 */
final class RandomRelation {

  private final RandomSource random;
  private final List<Scalar> weights = new ArrayList<>();

  private RandomRelation(RandomSource random) {
    this.random = random;
  }

  static List<Scalar> of(Node policy, RandomSource random) {
    RandomRelation relation = new RandomRelation(random);
    relation.split(policy, Scalar.of(0));
    return List.copyOf(relation.weights);
  }

  private void split(Node node, Scalar weight) {
    if (node instanceof Gate gate) {
      List<Scalar> parts = gate.isAnd() ? equal(gate, weight) : free(gate, weight);
      for (int i = 0; i < parts.size(); i++) {
        split(gate.parts().get(i), parts.get(i));
      }
    } else {
      weights.add(weight);
    }
  }

  private static List<Scalar> equal(Gate gate, Scalar weight) {
    return gate.parts().stream().map(part -> weight).toList();
  }

  /**
   * The weights chi_1, ..., chi_n with sum chi_i p(i) = weight p(0) for every polynomial p of
   * degree below k: with the Lagrange polynomials of 1, ..., k in place of p, each equation has one
   * of the first k unknowns.
   */
  private List<Scalar> free(Gate gate, Scalar weight) {
    int k = gate.threshold();
    List<Scalar> tail = new ArrayList<>();
    while (tail.size() < gate.parts().size() - k) {
      tail.add(Scalar.random(random));
    }
    List<Scalar> parts = new ArrayList<>();
    for (int i = 1; i <= k; i++) {
      Scalar chi = weight.multiply(Lagrange.at(0, i, k));
      for (int m = 0; m < tail.size(); m++) {
        chi = chi.add(tail.get(m).multiply(Lagrange.at(k + 1 + m, i, k)).negate());
      }
      parts.add(chi);
    }
    parts.addAll(tail);
    return parts;
  }
}
