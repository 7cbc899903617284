package org.epione.crypto.pairing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.epione.crypto.random.RandomSource;

/**
 * Checks many equations at once (the small exponents test of Bellare, Garay and Rabin, EUROCRYPT
 * 1998): each but the first is raised to a coefficient of its own, 128 random bits drawn after the
 * equations are known, and the product of all must be the identity. Terms with an equal right side
 * are merged first, so that a key or generator costs one Miller loop however often it occurs. Cost:
 * a multi-exponentiation in G1 for each different right side, as many Miller loops, one final
 * exponentiation.
 *
 * <p>If some equation does not hold, the product is the identity with probability at most 1/(2^128
 * - 1), whoever chose the equations. This rests on the prime order of GT: in it, only one value of
 * a coefficient makes up for what the others leave. Were an element of small order let in, its
 * error would vanish whenever the coefficient is a multiple of that order; but elements are checked
 * when they are decoded, and none of another order exists here. Without coefficients, two errors
 * that are inverse to each other would pass. Thread-safe.
 */
public final class PairingBatch {

  private final BilinearGroup group;
  private final RandomSource random;

  /** Works in {@code group} with coefficients from {@code random}. */
  public PairingBatch(BilinearGroup group, RandomSource random) {
    this.group = group;
    this.random = random;
  }

  /**
   * The positions of the equations that do not hold, ascending; empty if all hold. If not all do,
   * each is checked by itself to find them, so that a batch with a fault costs somewhat more than
   * no batch.
   */
  public List<Integer> failing(List<PairingEquation> equations) {
    if (equations.size() > 1 && allHold(equations)) {
      return List.of();
    }
    return IntStream.range(0, equations.size())
        .filter(i -> !equations.get(i).holdsIn(group))
        .boxed()
        .toList();
  }

  private boolean allHold(List<PairingEquation> equations) {
    Map<G2, Merged> byRight = new LinkedHashMap<>();
    for (PairingEquation equation : equations) {
      Scalar coefficient = byRight.isEmpty() ? Scalar.of(1) : Scalar.randomShort(random);
      for (PairingTerm term : equation.terms()) {
        byRight.computeIfAbsent(term.right(), right -> new Merged()).add(term.left(), coefficient);
      }
    }
    List<PairingTerm> terms = new ArrayList<>();
    byRight.forEach((right, merged) -> terms.add(new PairingTerm(merged.product(group), right)));
    return group.product(terms).isIdentity();
  }

  /** The left sides that belong to one right side, each with the coefficient of its equation. */
  private static final class Merged {
    private final List<G1> bases = new ArrayList<>();
    private final List<Scalar> exponents = new ArrayList<>();

    void add(G1 base, Scalar exponent) {
      bases.add(base);
      exponents.add(exponent);
    }

    G1 product(BilinearGroup group) {
      return group.productOfPowersG1(bases, exponents);
    }
  }
}
