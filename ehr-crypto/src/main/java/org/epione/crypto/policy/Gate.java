package org.epione.crypto.policy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * At least {@code threshold} of the parts, in normal form: see {@link AccessPolicy}.
 *
 * @param threshold from 1 to the number of parts
 * @param parts at least two, all different
 */
record Gate(int threshold, List<Node> parts) implements Node {

  /** Checks what must hold of every gate and the limits. */
  Gate {
    parts = List.copyOf(parts);
    Set<Node> distinct = new HashSet<>();
    for (Node part : parts) {
      if (!distinct.add(part)) {
        throw new IllegalArgumentException(
            "'" + shorten(part.text()) + "' stands twice in a group");
      }
    }
    if (parts.stream().flatMap(Node::leaves).count() > AccessPolicy.MAX_LEAVES) {
      throw new IllegalArgumentException(
          "a policy names at most " + AccessPolicy.MAX_LEAVES + " attributes");
    }
    if (depthOf(parts) > AccessPolicy.MAX_DEPTH) {
      throw new IllegalArgumentException("groups nest at most " + AccessPolicy.MAX_DEPTH + " deep");
    }
  }

  /** The normal form of a gate over parts in normal form. */
  static Node of(int threshold, List<Node> parts) {
    if (threshold < 1 || threshold > parts.size()) {
      throw new IllegalArgumentException("the number asked for is from 1 to that of the parts");
    }
    if (parts.size() == 1) {
      return parts.get(0);
    }
    boolean and = threshold == parts.size();
    if (!and && threshold > 1) {
      return new Gate(threshold, parts);
    }
    List<Node> flat = new ArrayList<>();
    for (Node part : parts) {
      if (part instanceof Gate gate && (and ? gate.isAnd() : gate.isOr())) {
        flat.addAll(gate.parts);
      } else {
        flat.add(part);
      }
    }
    return new Gate(and ? flat.size() : 1, flat);
  }

  boolean isAnd() {
    return threshold == parts.size();
  }

  boolean isOr() {
    return threshold == 1;
  }

  @Override
  public boolean isSatisfiedBy(Set<Attribute> attributes) {
    return parts.stream().filter(part -> part.isSatisfiedBy(attributes)).count() >= threshold;
  }

  @Override
  public String text() {
    if (isAnd() || isOr()) {
      return parts.stream()
          .map(Gate::inner)
          .collect(Collectors.joining(isAnd() ? " and " : " or "));
    }
    return parts.stream()
        .map(Node::text)
        .collect(Collectors.joining(", ", threshold + " of (", ")"));
  }

  /** A part of an {@code and} or {@code or}: in parentheses where it is one itself. */
  private static String inner(Node part) {
    boolean parenthesis = part instanceof Gate gate && (gate.isAnd() || gate.isOr());
    return parenthesis ? "(" + part.text() + ")" : part.text();
  }

  @Override
  public Stream<Leaf> leaves() {
    return parts.stream().flatMap(Node::leaves);
  }

  @Override
  public int depth() {
    return depthOf(parts);
  }

  private static int depthOf(List<Node> parts) {
    return 1 + parts.stream().mapToInt(Node::depth).max().orElse(0);
  }

  private static String shorten(String text) {
    return text.length() <= 60 ? text : text.substring(0, 57) + "...";
  }
}
