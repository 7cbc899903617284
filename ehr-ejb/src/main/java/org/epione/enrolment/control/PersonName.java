package org.epione.enrolment.control;

import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;

/** Names that people enter for people and hospitals. */
public final class PersonName {

  private static final int LENGTH = 200;

  private PersonName() {}

  /**
   * The text without space around it.
   *
   * @param what it is, for the message
   * @throws RefusedException EHR-1004 unless it has 1 to 200 printable characters
   */
  public static String checked(String what, String text) {
    String stripped = text.strip();
    if (stripped.isEmpty()
        || stripped.length() > LENGTH
        || stripped.chars().anyMatch(Character::isISOControl)) {
      throw new RefusedException(
          ErrorCode.INVALID_INPUT, "The " + what + " has 1 to 200 printable characters.");
    }
    return stripped;
  }
}
