package org.epione.station;

import org.jspecify.annotations.Nullable;

/** A station cannot work on its folder. The message has a code and says what to do. */
public final class StationFolderException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StationFolderException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
