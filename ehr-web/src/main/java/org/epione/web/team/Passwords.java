package org.epione.web.team;

import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.jspecify.annotations.Nullable;

/** The password that a signing request carries. */
final class Passwords {

  private Passwords() {}

  /** As characters to be wiped after use; refused if there is none. */
  static char[] of(@Nullable String password) {
    if (password == null || password.isEmpty()) {
      throw new RefusedException(ErrorCode.INVALID_INPUT, "password is needed.");
    }
    return password.toCharArray();
  }
}
