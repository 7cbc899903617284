package org.epione.crypto.pairing.blst;

/**
 * An element under computation that changes in place, as blst's objects do: one object for hundreds
 * of steps. It belongs to the one method that made it; what leaves is a copy.
 *
 * @param <E> the library's form of an element
 * @param <T> the form in tables of long life: smaller, and faster to multiply by
 */
interface Accumulator<E, T> {

  void square();

  void multiply(E factor);

  void divide(E divisor);

  void multiplyEntry(T entry);

  E copy();
}
