package org.epione.crypto.pairing.blst;

import java.util.ArrayList;
import java.util.List;
import org.epione.crypto.pairing.Scalar;
import org.jspecify.annotations.Nullable;

/**
 * A base with a table of its powers (comb of Lim and Lee, 1994): the exponent's 256 bits are read
 * as eight teeth, 32 bits apart, in two blocks, so that a power is 32 multiplications and 15
 * squarings. The table has 2 x 255 elements and is made when it is first needed, by about 500
 * multiplications and 240 squarings.
 *
 * <p>Which elements are read depends on the exponent: for public exponents and such as are used
 * once, never for secrets of long life.
 *
 * @param <E> the library's form of an element
 * @param <T> the form in the table
 */
final class Comb<E, T> {

  private static final int TEETH = 8;
  private static final int BLOCKS = 2;
  private static final int SPACING = 256 / TEETH;
  private static final int STEPS = SPACING / BLOCKS;

  private final Arithmetic<E, T> arithmetic;
  private final E base;
  private volatile @Nullable List<List<T>> table;

  /** For {@code base}, which nobody changes any more. */
  Comb(Arithmetic<E, T> arithmetic, E base) {
    this.arithmetic = arithmetic;
    this.base = base;
  }

  /** The base raised to {@code exponent}. */
  E power(Scalar exponent) {
    List<List<T>> blocks = table();
    byte[] bits = exponent.encode();
    Accumulator<E, T> power = arithmetic.identity();
    for (int step = STEPS - 1; step >= 0; step--) {
      power.square();
      for (int block = 0; block < BLOCKS; block++) {
        int teeth = teeth(bits, block * STEPS + step);
        if (teeth != 0) {
          power.multiplyEntry(blocks.get(block).get(teeth - 1));
        }
      }
    }
    return power.copy();
  }

  private static int teeth(byte[] bits, int column) {
    int teeth = 0;
    for (int tooth = 0; tooth < TEETH; tooth++) {
      int position = tooth * SPACING + column;
      teeth |= (bits[bits.length - 1 - position / 8] >> position % 8 & 1) << tooth;
    }
    return teeth;
  }

  /** Two threads may make it at once; both make the same. */
  private List<List<T>> table() {
    List<List<T>> made = table;
    if (made == null) {
      made = make();
      table = made;
    }
    return made;
  }

  private List<List<T>> make() {
    List<E> powers = new ArrayList<>();
    Accumulator<E, T> power = arithmetic.startingAt(base);
    for (int i = 0; i < TEETH * BLOCKS; i++) {
      powers.add(power.copy());
      for (int step = 0; step < STEPS; step++) {
        power.square();
      }
    }
    List<List<T>> blocks = new ArrayList<>();
    for (int block = 0; block < BLOCKS; block++) {
      blocks.add(block(powers, block));
    }
    return blocks;
  }

  /** All products of teeth: at index n - 1 those that are the bits of n. */
  private List<T> block(List<E> powers, int block) {
    List<E> products = new ArrayList<>();
    for (int i = 0; i < TEETH; i++) {
      E tooth = powers.get(i * BLOCKS + block);
      products.add(tooth);
      for (int below = 0; below < (1 << i) - 1; below++) {
        Accumulator<E, T> product = arithmetic.startingAt(products.get(below));
        product.multiply(tooth);
        products.add(product.copy());
      }
    }
    return products.stream().map(arithmetic::entry).toList();
  }
}
