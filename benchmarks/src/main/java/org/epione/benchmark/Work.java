package org.epione.benchmark;

import java.util.function.Supplier;

/**
 * Something to measure.
 *
 * @param name unique
 * @param body does it once; the result is used by the harness, so that it cannot be left out
 */
record Work(String name, Supplier<?> body) {}
