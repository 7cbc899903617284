package org.epione.crypto.pairing.blst;

import org.epione.crypto.pairing.Scalar;

/**
 * What the algorithms for powers need to know of one group.
 *
 * @param <E> the library's form of an element
 * @param <T> the form in tables of long life
 */
interface Arithmetic<E, T> {

  /** A new accumulator that holds the identity. */
  Accumulator<E, T> identity();

  /** A new accumulator that holds {@code element}, which stays as it is. */
  Accumulator<E, T> startingAt(E element);

  /** The form for tables of {@code element}, which nobody changes any more. */
  T entry(E element);

  /** The power that takes the same time for every exponent; leaves {@code base} alone. */
  E power(E base, Scalar exponent);

  /**
   * What the operations cost, in units that only matter among each other: tens of nanoseconds on
   * the machine of docs/performance.md, with the call into the native library.
   */
  Costs costs();

  /** Costs of one group: of {@link #power}, of a squaring, of a multiplication. */
  record Costs(int power, int squaring, int multiplication) {}
}
