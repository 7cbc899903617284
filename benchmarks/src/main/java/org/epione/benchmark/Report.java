package org.epione.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The results as Markdown. */
final class Report {

  private final Times times;
  private final StringBuilder text = new StringBuilder();

  Report(Times times) {
    this.times = times;
  }

  Report title(String title) {
    text.append("\n## ").append(title).append("\n\n");
    return this;
  }

  Report operations(List<Work> works) {
    line("operation", "µs");
    line("---", "---:");
    works.forEach(work -> line(work.name(), number(times.of(work.name()))));
    return this;
  }

  /** From products of different length: what one pairing more costs, and what remains. */
  Report parts() {
    double more = (times.of(Primitives.product(10)) - times.of(Primitives.product(2))) / (10 - 2);
    line("Miller loop, of one more pairing in a product", number(more));
    line(
        "Miller loop of the first pairing and final exponentiation",
        number(times.of(Primitives.product(1))));
    return this;
  }

  Report algorithms(List<Algorithm> algorithms) {
    line("algorithm", "µs", "its operations, µs", "ratio", "operations");
    line("---", "---:", "---:", "---:", "---");
    for (Algorithm algorithm : algorithms) {
      double time = times.of(algorithm.work().name());
      double sum = sum(algorithm.operations());
      line(
          algorithm.work().name(),
          number(time),
          number(sum),
          number(time / sum),
          described(algorithm.operations()));
    }
    return this;
  }

  Report phases(List<Liu.Phase> phases) {
    line("phase", "paper, 128 bit, ms", "here, ms");
    line("---", "---:", "---:");
    for (Liu.Phase phase : phases) {
      line(
          phase.title(),
          String.format(Locale.ROOT, "%.3f", phase.paperMilliseconds()),
          String.format(Locale.ROOT, "%.3f", times.of(phase.name()) / 1000));
    }
    return this;
  }

  Report goals(List<Goal> goals) {
    line("what", "compared with", "ratio", "goal");
    line("---", "---", "---:", "---:");
    for (Goal goal : goals) {
      line(goal.name(), goal.other(), number(goal.ratio(times)), "≤ " + number(goal.atMost()));
    }
    return this;
  }

  private double sum(Map<String, Double> operations) {
    return operations.entrySet().stream()
        .mapToDouble(operation -> operation.getValue() * times.of(operation.getKey()))
        .sum();
  }

  private static String described(Map<String, Double> operations) {
    return operations.entrySet().stream()
        .map(
            operation ->
                String.format(Locale.ROOT, "%.0f %s", operation.getValue(), operation.getKey()))
        .reduce((one, other) -> one + "; " + other)
        .orElse("");
  }

  private void line(String... cells) {
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  private static String number(double number) {
    return String.format(Locale.ROOT, number < 10 ? "%.2f" : "%.0f", number);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
