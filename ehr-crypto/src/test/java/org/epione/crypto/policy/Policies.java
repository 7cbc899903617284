package org.epione.crypto.policy;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Policies and sets of attributes for property tests. */
public final class Policies {

  private static final List<Attribute> UNIVERSE =
      Stream.of("a", "b", "c", "d", "e", "f", "g", "h").map(Attribute::of).toList();

  private Policies() {}

  /** Attributes by name. */
  public static Set<Attribute> attributes(String... names) {
    return Stream.of(names).map(Attribute::of).collect(Collectors.toUnmodifiableSet());
  }

  /** Any subset of the universe that the random policies draw from. */
  public static Arbitrary<Set<Attribute>> anySet() {
    return Arbitraries.of(UNIVERSE).set();
  }

  /** Policies of up to three levels over eight attributes, which may repeat. */
  public static Arbitrary<AccessPolicy> anyPolicy() {
    return policy(3);
  }

  private static Arbitrary<AccessPolicy> policy(int depth) {
    return depth == 0 ? leaf() : Arbitraries.oneOf(leaf(), gate(depth));
  }

  private static Arbitrary<AccessPolicy> leaf() {
    return Arbitraries.of(UNIVERSE).map(AccessPolicy::attribute);
  }

  private static Arbitrary<AccessPolicy> gate(int depth) {
    return policy(depth - 1)
        .list()
        .uniqueElements()
        .ofMinSize(1)
        .ofMaxSize(5)
        .flatMap(
            parts ->
                Arbitraries.integers()
                    .between(1, parts.size())
                    .map(count -> distinct(count, parts)));
  }

  /** Flattening may bring equal parts together, which is refused: then one of them is enough. */
  private static AccessPolicy distinct(int count, List<AccessPolicy> parts) {
    try {
      return AccessPolicy.threshold(count, parts);
    } catch (IllegalArgumentException e) {
      return parts.get(0);
    }
  }
}
