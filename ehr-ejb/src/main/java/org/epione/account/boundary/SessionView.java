package org.epione.account.boundary;

import java.time.Instant;

/**
 * Where a person is signed in.
 *
 * @param id names the session; not what lets anybody use it
 * @param address that it was begun from
 * @param browser what the browser calls itself (its {@code User-Agent})
 * @param current whether it is the one that asks
 */
public record SessionView(
    String id, Instant begun, Instant lastUsed, String address, String browser, boolean current) {

  /** Without address and browser. */
  @Override
  public String toString() {
    return "SessionView[" + id + "]";
  }
}
