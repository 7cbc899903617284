package org.epione.benchmark;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * An algorithm of a scheme, and how often it does what (docs/operation-counts.md).
 *
 * @param scheme the scheme
 * @param work what to measure
 * @param operations names of primitive operations with their numbers
 */
record Algorithm(String scheme, Work work, Map<String, Double> operations) {

  static Algorithm of(String scheme, String name, Supplier<?> body) {
    return new Algorithm(scheme, new Work(scheme + ": " + name, body), Map.of());
  }

  /** The same with {@code count} more of {@code operation}. */
  Algorithm with(double count, String operation) {
    Map<String, Double> more = new LinkedHashMap<>(operations);
    more.merge(operation, count, Double::sum);
    return new Algorithm(scheme, work, more);
  }
}
