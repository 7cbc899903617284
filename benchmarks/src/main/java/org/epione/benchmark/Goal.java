package org.epione.benchmark;

/**
 * That one thing takes at most a part of the time of another.
 *
 * @param title what it says
 * @param name of what is to be fast
 * @param without of what is taken off its time; empty if nothing is
 * @param other of what it is compared with
 * @param atMost the part
 */
record Goal(String title, String name, String without, String other, double atMost) {

  Goal(String name, String other, double atMost) {
    this(name, name, "", other, atMost);
  }

  double ratio(Times times) {
    double time = times.of(name) - (without.isEmpty() ? 0 : times.of(without));
    return time / times.of(other);
  }
}
