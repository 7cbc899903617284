package org.epione.crypto.policy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.epione.crypto.pairing.Scalar;

/**
 * Walks a policy from the root and gives each part a vector, from which those of its own parts are
 * made by appending columns; the vectors of the leaves are the rows.
 */
final class SpanProgramBuilder {

  private static final Scalar ZERO = Scalar.of(0);
  private static final Scalar ONE = Scalar.of(1);
  private static final Scalar MINUS_ONE = ONE.negate();

  private record Labelled(Attribute attribute, List<Scalar> vector, boolean indispensable) {}

  private final List<Labelled> leaves = new ArrayList<>();
  private int columns = 1;

  private SpanProgramBuilder() {}

  static SpanProgramBuilder expand(Node policy) {
    SpanProgramBuilder builder = new SpanProgramBuilder();
    builder.expand(policy, List.of(ONE), true);
    return builder;
  }

  int columns() {
    return columns;
  }

  List<SpanProgram.Row> rows() {
    return leaves.stream()
        .map(
            leaf ->
                new SpanProgram.Row(
                    leaf.attribute, padded(leaf.vector, columns), leaf.indispensable))
        .toList();
  }

  private void expand(Node node, List<Scalar> vector, boolean indispensable) {
    if (node instanceof Leaf leaf) {
      leaves.add(new Labelled(leaf.attribute(), vector, indispensable));
    } else if (node instanceof Gate gate) {
      int first = columns;
      columns += gate.threshold() - 1;
      for (int i = 0; i < gate.parts().size(); i++) {
        expand(gate.parts().get(i), part(gate, i, vector, first), indispensable && gate.isAnd());
      }
    }
  }

  /** The vector of part {@code i}, from 0, of a gate whose own columns begin at {@code first}. */
  private static List<Scalar> part(Gate gate, int i, List<Scalar> vector, int first) {
    if (gate.isOr()) {
      return vector;
    }
    return gate.isAnd() ? link(gate, i, vector, first) : powers(gate, i, vector, first);
  }

  /** The vectors of the parts add up to that of the gate: (v, 1), (0, -1, 1), ..., (0, -1). */
  private static List<Scalar> link(Gate gate, int i, List<Scalar> vector, int first) {
    List<Scalar> part = new ArrayList<>(i == 0 ? vector : List.of());
    if (i > 0) {
      part = padded(part, first + i - 1);
      part.add(MINUS_ONE);
    }
    if (i < gate.parts().size() - 1) {
      part = padded(part, first + i);
      part.add(ONE);
    }
    return part;
  }

  /** The polynomial with v as constant term and the new columns as coefficients, at i + 1. */
  private static List<Scalar> powers(Gate gate, int i, List<Scalar> vector, int first) {
    List<Scalar> part = padded(vector, first);
    Scalar x = Scalar.of(i + 1L);
    Scalar power = x;
    for (int j = 1; j < gate.threshold(); j++) {
      part.add(power);
      power = power.multiply(x);
    }
    return part;
  }

  private static List<Scalar> padded(List<Scalar> vector, int length) {
    List<Scalar> padded = new ArrayList<>(vector);
    padded.addAll(Collections.nCopies(length - vector.size(), ZERO));
    return padded;
  }
}
