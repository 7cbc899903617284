package org.epione.crypto.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.epione.crypto.pairing.Scalar;
import org.epione.crypto.policy.SpanProgram.Row;
import org.epione.crypto.policy.SpanProgram.Weight;
import org.epione.crypto.random.DeterministicRandomSource;

/** The sharing opens for exactly the sets that satisfy the policy. */
class SpanProgramPropertyTest {

  private static final Scalar ZERO = Scalar.of(0);

  @Provide
  Arbitrary<AccessPolicy> policies() {
    return Policies.anyPolicy();
  }

  @Provide
  Arbitrary<AccessPolicy> smallPolicies() {
    return Policies.anyPolicy().filter(policy -> policy.spanProgram().rows().size() <= 8);
  }

  @Provide
  Arbitrary<Set<Attribute>> sets() {
    return Policies.anySet();
  }

  @Property(tries = 500)
  void target_shouldBeInSpanOfRows_exactlyWhenSatisfied(
      @ForAll("policies") AccessPolicy policy, @ForAll("sets") Set<Attribute> attributes) {
    SpanProgram program = policy.spanProgram();
    boolean satisfied = policy.isSatisfiedBy(attributes);
    assertThat(program.reconstruction(attributes).isPresent()).isEqualTo(satisfied);
    assertThat(isTargetInSpan(program, attributes)).isEqualTo(satisfied);
  }

  @Property(tries = 500)
  void shares_shouldRecombineToSecret_whenSatisfied(
      @ForAll("policies") AccessPolicy policy,
      @ForAll("sets") Set<Attribute> attributes,
      @ForAll long seed) {
    SpanProgram program = policy.spanProgram();
    DeterministicRandomSource random = new DeterministicRandomSource("shares" + seed);
    Scalar secret = Scalar.random(random);
    List<Scalar> shares = program.shares(secret, random);
    assertThat(shares).hasSameSizeAs(program.rows());
    program
        .reconstruction(attributes)
        .ifPresent(weights -> assertThat(combine(weights, shares)).isEqualTo(secret));
  }

  @Property(tries = 500)
  void reconstruction_shouldTakeRowsOfTheSetOnlyAndGiveTheTarget(
      @ForAll("policies") AccessPolicy policy, @ForAll("sets") Set<Attribute> attributes) {
    SpanProgram program = policy.spanProgram();
    Optional<List<Weight>> found = program.reconstruction(attributes);
    found.ifPresent(
        weights -> {
          assertThat(weights).noneMatch(weight -> weight.omega().isZero());
          assertThat(weights).allMatch(weight -> attributes.contains(label(program, weight.row())));
          assertThat(weights).extracting(Weight::row).isSorted().doesNotHaveDuplicates();
          assertThat(combineRows(weights, program)).isEqualTo(target(program.columns()));
        });
    assertThat(program.reconstruction(attributes)).isEqualTo(found);
  }

  @Property(tries = 100)
  void reconstruction_shouldTakeNoMoreRowsThanAnyOther(
      @ForAll("smallPolicies") AccessPolicy policy, @ForAll("sets") Set<Attribute> attributes) {
    SpanProgram program = policy.spanProgram();
    List<Row> held =
        program.rows().stream().filter(row -> attributes.contains(row.attribute())).toList();
    int taken = program.reconstruction(attributes).map(List::size).orElse(Integer.MAX_VALUE);
    for (int subset = 0; subset < 1 << held.size(); subset++) {
      if (Integer.bitCount(subset) < taken) {
        assertThat(isInSpan(target(program.columns()), chosen(held, subset))).isFalse();
      }
    }
  }

  /** Relations cancel, and random ones span all there are, which are rows less columns. */
  @Property(tries = 200)
  void randomRelation_shouldBeAnyOfTheRelations(
      @ForAll("policies") AccessPolicy policy, @ForAll long seed) {
    SpanProgram program = policy.spanProgram();
    DeterministicRandomSource random = new DeterministicRandomSource("relations" + seed);
    List<List<Scalar>> relations =
        program.rows().stream().map(row -> program.randomRelation(random)).toList();
    assertThat(relations)
        .allMatch(relation -> program.combination(relation).stream().allMatch(Scalar::isZero));
    assertThat(rank(relations)).isEqualTo(program.rows().size() - program.columns());
  }

  /** A row that no relation moves has one weight in all reconstructions, and nobody else has. */
  @Property(tries = 200)
  void indispensableRows_shouldBeThoseThatNoRelationMoves(
      @ForAll("policies") AccessPolicy policy, @ForAll long seed) {
    SpanProgram program = policy.spanProgram();
    List<Scalar> relation =
        program.randomRelation(new DeterministicRandomSource("indispensable" + seed));
    assertThat(program.rows())
        .extracting(Row::indispensable)
        .isEqualTo(relation.stream().map(Scalar::isZero).toList());
  }

  @Property(tries = 200)
  void combination_shouldBeTarget_whenWeightsAreAReconstruction(
      @ForAll("policies") AccessPolicy policy, @ForAll("sets") Set<Attribute> attributes) {
    SpanProgram program = policy.spanProgram();
    List<Scalar> weights = new ArrayList<>(Collections.nCopies(program.rows().size(), ZERO));
    Optional<List<Weight>> found = program.reconstruction(attributes);
    found.orElse(List.of()).forEach(weight -> weights.set(weight.row(), weight.omega()));
    assertThat(program.combination(weights).get(0)).isEqualTo(Scalar.of(found.isPresent() ? 1 : 0));
  }

  @Property(tries = 500)
  void columns_shouldBeAtMostAsManyAsRows(@ForAll("policies") AccessPolicy policy) {
    SpanProgram program = policy.spanProgram();
    assertThat(program.columns()).isBetween(1, program.rows().size());
    assertThat(program.rows())
        .allMatch(row -> row.coefficients().size() == program.columns())
        .extracting(Row::attribute)
        .containsAll(policy.attributes());
    assertThat(IntStream.range(0, program.columns()))
        .allMatch(
            j -> program.rows().stream().anyMatch(row -> !row.coefficients().get(j).isZero()));
  }

  private static List<List<Scalar>> chosen(List<Row> rows, int subset) {
    return IntStream.range(0, rows.size())
        .filter(i -> (subset >> i & 1) == 1)
        .mapToObj(i -> rows.get(i).coefficients())
        .toList();
  }

  private static Attribute label(SpanProgram program, int row) {
    return program.rows().get(row).attribute();
  }

  private static Scalar combine(List<Weight> weights, List<Scalar> shares) {
    return weights.stream()
        .map(weight -> weight.omega().multiply(shares.get(weight.row())))
        .reduce(ZERO, Scalar::add);
  }

  private static List<Scalar> combineRows(List<Weight> weights, SpanProgram program) {
    return IntStream.range(0, program.columns())
        .mapToObj(
            j ->
                combine(
                    weights,
                    program.rows().stream().map(row -> row.coefficients().get(j)).toList()))
        .toList();
  }

  private static List<Scalar> target(int columns) {
    return IntStream.range(0, columns).mapToObj(j -> Scalar.of(j == 0 ? 1 : 0)).toList();
  }

  private static boolean isTargetInSpan(SpanProgram program, Set<Attribute> attributes) {
    return isInSpan(
        target(program.columns()),
        program.rows().stream()
            .filter(row -> attributes.contains(row.attribute()))
            .map(Row::coefficients)
            .toList());
  }

  /** Gaussian elimination, independent of how the product chooses its weights. */
  private static boolean isInSpan(List<Scalar> vector, List<List<Scalar>> rows) {
    List<List<Scalar>> rest = new ArrayList<>(rows);
    List<Scalar> reduced = vector;
    for (int j = 0; j < vector.size(); j++) {
      int column = j;
      Optional<List<Scalar>> pivot =
          rest.stream().filter(row -> !row.get(column).isZero()).findFirst();
      if (pivot.isPresent()) {
        rest.remove(pivot.get());
        rest.replaceAll(row -> eliminate(row, pivot.get(), column));
        reduced = eliminate(reduced, pivot.get(), column);
      }
    }
    return reduced.stream().allMatch(Scalar::isZero);
  }

  private static int rank(List<List<Scalar>> rows) {
    int rank = 0;
    List<List<Scalar>> rest = new ArrayList<>(rows);
    for (int j = 0; j < rows.get(0).size(); j++) {
      int column = j;
      Optional<List<Scalar>> pivot =
          rest.stream().filter(row -> !row.get(column).isZero()).findFirst();
      if (pivot.isPresent()) {
        rank++;
        rest.remove(pivot.get());
        rest.replaceAll(row -> eliminate(row, pivot.get(), column));
      }
    }
    return rank;
  }

  private static List<Scalar> eliminate(List<Scalar> row, List<Scalar> pivot, int column) {
    Scalar factor = row.get(column).multiply(pivot.get(column).inverse()).negate();
    return IntStream.range(0, row.size())
        .mapToObj(j -> row.get(j).add(factor.multiply(pivot.get(j))))
        .toList();
  }
}
