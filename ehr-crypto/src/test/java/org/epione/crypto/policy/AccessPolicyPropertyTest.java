package org.epione.crypto.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AccessPolicyPropertyTest {

  @Provide
  Arbitrary<AccessPolicy> policies() {
    return Policies.anyPolicy();
  }

  @Provide
  Arbitrary<Set<Attribute>> sets() {
    return Policies.anySet();
  }

  /** Sequences of everything that means something to the parser, mostly in a wrong order. */
  @Provide
  Arbitrary<String> nearlyPolicies() {
    return Arbitraries.of(
            "a",
            "b",
            "role:nurse",
            "and",
            "or",
            "of",
            "not",
            "AND",
            "0",
            "1",
            "2",
            "3",
            "77",
            "4294967298",
            "(",
            ")",
            ",",
            " ",
            "\t",
            "\n",
            "\u00a0",
            "!",
            "&",
            "\u0430",
            "\ud800",
            "2 of (a, b, c)")
        .list()
        .ofMaxSize(30)
        .map(pieces -> String.join(" ", pieces));
  }

  @Property(tries = 1000)
  void parse_shouldReadBackText(@ForAll("policies") AccessPolicy policy) {
    assertThat(AccessPolicy.parse(policy.text())).isEqualTo(policy);
    assertThat(AccessPolicy.decode(policy.encode())).isEqualTo(policy);
  }

  @Property(tries = 300)
  void parse_shouldMeanTheSame_whenWrittenLoudly(
      @ForAll("policies") AccessPolicy policy, @ForAll("sets") Set<Attribute> attributes) {
    String loud =
        policy
            .text()
            .replace(" and ", "\n" + "and".toUpperCase(Locale.ROOT) + " ")
            .replace(" or ", "  OR\t")
            .replace("(", " ( ")
            .replace(",", " ,");
    assertThat(AccessPolicy.parse("((" + loud + "))")).isEqualTo(policy);
    assertThat(AccessPolicy.parse(loud).isSatisfiedBy(attributes))
        .isEqualTo(policy.isSatisfiedBy(attributes));
  }

  @Property(tries = 300)
  void isSatisfiedBy_shouldBeMonotone(
      @ForAll("policies") AccessPolicy policy,
      @ForAll("sets") Set<Attribute> fewer,
      @ForAll("sets") Set<Attribute> more) {
    Set<Attribute> all = new java.util.HashSet<>(fewer);
    all.addAll(more);
    assertThat(policy.isSatisfiedBy(all))
        .isEqualTo(policy.isSatisfiedBy(all) || policy.isSatisfiedBy(fewer));
  }

  @Property(tries = 2000)
  void parse_shouldThrowNothingElse_whenTextIsNearlyAPolicy(@ForAll("nearlyPolicies") String text) {
    parsesOrExplains(text);
  }

  @Property(tries = 2000)
  void parse_shouldThrowNothingElse_whenTextIsArbitrary(@ForAll String text) {
    parsesOrExplains(text);
  }

  private static void parsesOrExplains(String text) {
    try {
      AccessPolicy policy = AccessPolicy.parse(text);
      assertThat(AccessPolicy.parse(policy.text())).isEqualTo(policy);
    } catch (PolicySyntaxException e) {
      assertThat(e.column()).isBetween(1, Math.max(1, text.length() + 1));
      assertThat(e.getMessage()).matches("Column \\d+: [\\x20-\\x7e]{5,180}");
    }
  }
}
