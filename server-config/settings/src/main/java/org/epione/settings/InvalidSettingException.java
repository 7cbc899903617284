package org.epione.settings;

import org.jspecify.annotations.Nullable;

/**
 * A setting has a value that cannot be used. The message names the variable and says what it must
 * be; it never repeats the value, which may be a secret in the wrong variable.
 */
public final class InvalidSettingException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Makes the message.
   *
   * @param variable the environment variable's name
   * @param expected what its value must be, to follow "must be"
   */
  public InvalidSettingException(String variable, String expected, @Nullable Throwable cause) {
    super("EHR-9001 " + variable + " must be " + expected + ". Correct it and start again.", cause);
  }
}
