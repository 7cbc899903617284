package org.epione.launcher;

import org.jspecify.annotations.Nullable;

/** A command cannot go on. The message has a code and says what to do; it is all that is shown. */
final class CommandFailure extends Exception {

  private static final long serialVersionUID = 1L;

  CommandFailure(String message) {
    this(message, null);
  }

  CommandFailure(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
