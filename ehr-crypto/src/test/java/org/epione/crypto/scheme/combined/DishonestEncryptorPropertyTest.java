package org.epione.crypto.scheme.combined;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.epione.crypto.Suites;
import org.epione.crypto.hybrid.DecryptionFailedException;
import org.epione.crypto.pairing.Scalar;
import org.epione.crypto.policy.AccessPolicy;
import org.epione.crypto.policy.Attribute;
import org.epione.crypto.policy.Policies;
import org.epione.crypto.random.DeterministicRandomSource;
import org.epione.crypto.scheme.combined.AttributeKem.Row;

/** Whatever an encryptor does to rows, holders are treated alike (ADR 11). */
class DishonestEncryptorPropertyTest {

  private final Practice practice = new Practice(Suites.blst("dishonest encryptors"));
  private final PublicParameters pp = practice.parameters;
  private final DishonestEncryptor encryptor = new DishonestEncryptor(practice);

  @Provide
  Arbitrary<AccessPolicy> smallPolicies() {
    return Policies.anyPolicy().filter(policy -> policy.spanProgram().rows().size() <= 6);
  }

  @Provide
  Arbitrary<List<Set<Attribute>>> holders() {
    return Policies.anySet().list().ofSize(6);
  }

  /** Rows of two encapsulations with one s, and rerandomised ones, mixed at random. */
  @Property(tries = 60)
  void ciphertext_shouldOpenForAllWhoSatisfyThePolicy_orForNone(
      @ForAll("smallPolicies") AccessPolicy policy,
      @ForAll("holders") List<Set<Attribute>> holders,
      @ForAll long seed) {
    List<SpanRow> others = otherRows(policy, seed);
    List<Integer> choices = choices(others.size(), seed);
    AttributeCiphertext mixed =
        encryptor.sealed(
            policy,
            (i, row) ->
                switch (choices.get(i)) {
                  case 0 -> row;
                  case 1 -> encryptor.rerandomised(row, others.get(i).attribute());
                  default ->
                      new Row(row.c2().multiply(pp.a().power(others.get(i).share())), row.c3());
                });
    Set<Boolean> outcomes =
        Stream.concat(holders.stream(), Stream.of(policy.attributes()))
            .filter(policy::isSatisfiedBy)
            .map(attributes -> opens(attributes, mixed))
            .collect(Collectors.toSet());
    assertThat(outcomes).hasSize(1);
  }

  private record SpanRow(Attribute attribute, Scalar share) {}

  /** Shares of zero. */
  private static List<SpanRow> otherRows(AccessPolicy policy, long seed) {
    List<Scalar> shares =
        policy
            .spanProgram()
            .shares(Scalar.of(0), new DeterministicRandomSource("other shares" + seed));
    return IntStream.range(0, shares.size())
        .mapToObj(i -> new SpanRow(policy.spanProgram().rows().get(i).attribute(), shares.get(i)))
        .toList();
  }

  private static List<Integer> choices(int count, long seed) {
    byte[] bytes = new DeterministicRandomSource("choices" + seed).bytes(count);
    List<Integer> choices = new ArrayList<>();
    for (byte each : bytes) {
      choices.add(Math.floorMod(each, 3));
    }
    return choices;
  }

  private boolean opens(Set<Attribute> attributes, AttributeCiphertext ciphertext) {
    AttributeKey key = practice.authority.issue(practice.master, attributes);
    try {
      assertThat(practice.abe.decrypt(key, Practice.DATA, ciphertext))
          .isEqualTo(Practice.DIAGNOSIS);
      return true;
    } catch (DecryptionFailedException e) {
      return false;
    }
  }
}
