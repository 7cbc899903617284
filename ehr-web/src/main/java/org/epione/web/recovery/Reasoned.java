package org.epione.web.recovery;

import org.jspecify.annotations.Nullable;

/**
 * A decision, as a client sends it.
 *
 * @param password of whoever decides; not needed for a refusal
 */
public record Reasoned(@Nullable String reason, @Nullable String password) {

  /** Without reason and password. */
  @Override
  public String toString() {
    return "Reasoned";
  }
}
