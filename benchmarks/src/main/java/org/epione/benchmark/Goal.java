package org.epione.benchmark;

/**
 * That one thing takes at most a part of the time of another.
 *
 * @param name of what is to be fast
 * @param other of what it is compared with
 * @param atMost the part
 */
record Goal(String name, String other, double atMost) {

  double ratio(Times times) {
    return times.of(name) / times.of(other);
  }
}
