package org.epione.crypto.pairing.blst;

import java.util.ArrayList;
import java.util.List;
import org.epione.crypto.pairing.Scalar;

/**
 * Multi-exponentiation by interleaving (Straus; Möller 2001): all exponents share one chain of
 * squarings, as long as the longest of them, and each base adds a small table of odd powers and one
 * multiplication for about every sixth bit of its exponent. Where the library's own power is
 * cheaper in sum, as for a single full exponent, that is taken.
 *
 * <p>The time and the memory read depend on the exponents: for public ones and such as are used
 * once, never for secrets of long life.
 */
final class Interleaving {

  private Interleaving() {}

  /**
   * One factor.
   *
   * @param <E> the library's form of an element
   */
  private record Factor<E>(E base, Scalar exponent, SignedDigits digits) {

    Factor(E base, Scalar exponent) {
      this(base, exponent, SignedDigits.of(exponent));
    }
  }

  /** The product of the powers, or the identity if there are none. */
  static <E, T> E product(Arithmetic<E, T> arithmetic, List<E> bases, List<Scalar> exponents) {
    List<Factor<E>> factors = new ArrayList<>();
    for (int i = 0; i < bases.size(); i++) {
      factors.add(new Factor<>(bases.get(i), exponents.get(i)));
    }
    return pays(arithmetic.costs(), factors)
        ? interleaved(arithmetic, factors)
        : oneByOne(arithmetic, factors);
  }

  /** One base: what is left of interleaving are the sliding windows. */
  static <E, T> E power(Arithmetic<E, T> arithmetic, E base, Scalar exponent) {
    return interleaved(arithmetic, List.of(new Factor<>(base, exponent)));
  }

  private static boolean pays(Arithmetic.Costs costs, List<? extends Factor<?>> factors) {
    int interleaved = longest(factors) * costs.squaring();
    for (Factor<?> factor : factors) {
      int multiplications = factor.digits().tableSize() + factor.digits().length() / 6;
      interleaved += multiplications * costs.multiplication();
    }
    return interleaved < factors.size() * costs.power();
  }

  private static int longest(List<? extends Factor<?>> factors) {
    return factors.stream().mapToInt(factor -> factor.digits().length()).max().orElse(0);
  }

  private static <E, T> E oneByOne(Arithmetic<E, T> arithmetic, List<Factor<E>> factors) {
    Accumulator<E, T> product = arithmetic.identity();
    for (Factor<E> factor : factors) {
      product.multiply(arithmetic.power(factor.base(), factor.exponent()));
    }
    return product.copy();
  }

  private static <E, T> E interleaved(Arithmetic<E, T> arithmetic, List<Factor<E>> factors) {
    List<List<E>> tables = new ArrayList<>();
    for (Factor<E> factor : factors) {
      tables.add(oddPowers(arithmetic, factor.base(), factor.digits().tableSize()));
    }
    Accumulator<E, T> product = arithmetic.identity();
    for (int position = longest(factors) - 1; position >= 0; position--) {
      product.square();
      for (int i = 0; i < tables.size(); i++) {
        int digit = factors.get(i).digits().digit(position);
        if (digit > 0) {
          product.multiply(tables.get(i).get(digit / 2));
        } else if (digit < 0) {
          product.divide(tables.get(i).get(-digit / 2));
        }
      }
    }
    return product.copy();
  }

  private static <E, T> List<E> oddPowers(Arithmetic<E, T> arithmetic, E base, int count) {
    List<E> table = new ArrayList<>(count);
    table.add(base);
    if (count > 1) {
      Accumulator<E, T> square = arithmetic.startingAt(base);
      square.square();
      E squared = square.copy();
      Accumulator<E, T> power = arithmetic.startingAt(base);
      while (table.size() < count) {
        power.multiply(squared);
        table.add(power.copy());
      }
    }
    return table;
  }
}
