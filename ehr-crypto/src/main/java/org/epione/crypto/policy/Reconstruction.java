package org.epione.crypto.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.epione.crypto.pairing.Scalar;
import org.epione.crypto.policy.SpanProgram.Weight;

/**
 * Chooses rows from the leaves up, in one walk, and gives them weights from the root down. As parts
 * of a gate share no rows, the cheapest parts of each gate make the cheapest whole.
 */
final class Reconstruction {

  /**
   * How a part of the policy is satisfied.
   *
   * @param rows how many rows it takes
   * @param row the row of a leaf; of a gate the first one below it
   * @param number this part's place in its gate, from 1
   * @param chosen a gate's chosen parts in their order; of a leaf none
   */
  private record Choice(Node node, int rows, int row, int number, List<Choice> chosen) {}

  private final Set<Attribute> attributes;
  private int nextRow;

  private Reconstruction(Set<Attribute> attributes) {
    this.attributes = attributes;
  }

  static Optional<List<Weight>> of(Node policy, Set<Attribute> attributes) {
    return new Reconstruction(attributes)
        .choose(policy, 1)
        .map(
            choice -> {
              List<Weight> weights = new ArrayList<>();
              weigh(choice, Scalar.of(1), weights);
              return List.copyOf(weights);
            });
  }

  private Optional<Choice> choose(Node node, int number) {
    int row = nextRow;
    if (node instanceof Gate gate) {
      List<Choice> chosen = cheapest(gate);
      int rows = chosen.stream().mapToInt(Choice::rows).sum();
      return chosen.isEmpty()
          ? Optional.empty()
          : Optional.of(new Choice(node, rows, row, number, chosen));
    }
    nextRow++;
    return node.isSatisfiedBy(attributes)
        ? Optional.of(new Choice(node, 1, row, number, List.of()))
        : Optional.empty();
  }

  /** As many parts as the gate asks for, in their order; empty if there are not so many. */
  private List<Choice> cheapest(Gate gate) {
    List<Choice> satisfied = new ArrayList<>();
    for (int i = 0; i < gate.parts().size(); i++) {
      choose(gate.parts().get(i), i + 1).ifPresent(satisfied::add);
    }
    if (satisfied.size() < gate.threshold()) {
      return List.of();
    }
    return satisfied.stream()
        .sorted(Comparator.comparingInt(Choice::rows))
        .limit(gate.threshold())
        .sorted(Comparator.comparingInt(Choice::number))
        .toList();
  }

  private static void weigh(Choice choice, Scalar omega, List<Weight> weights) {
    if (choice.node instanceof Gate gate) {
      List<Integer> numbers = choice.chosen.stream().map(Choice::number).toList();
      for (Choice part : choice.chosen) {
        Scalar factor = gate.isAnd() ? Scalar.of(1) : Lagrange.at(0, part.number, numbers);
        weigh(part, omega.multiply(factor), weights);
      }
    } else {
      weights.add(new Weight(choice.row, omega));
    }
  }
}
