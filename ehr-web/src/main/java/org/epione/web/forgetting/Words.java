package org.epione.web.forgetting;

import org.jspecify.annotations.Nullable;

/**
 * What a client says about one decision.
 *
 * @param words a reason or finding
 * @param password of whoever decides; not needed for a refusal
 */
public record Words(@Nullable String words, @Nullable String password) {

  /** Without words and password. */
  @Override
  public String toString() {
    return "Words";
  }
}
