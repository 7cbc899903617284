package org.epione.team.boundary;

import java.util.Locale;
import java.util.regex.Pattern;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;

/**
 * A coded symptom, for example of ICD-10, as people enter it: for which an episode is opened, and
 * by which its record is found.
 */
public final class SymptomCode {

  /** The longest, in characters and bytes. */
  public static final int MAX_LENGTH = 20;

  private static final Pattern CODE =
      Pattern.compile("[A-Z0-9][A-Z0-9.-]{0," + (MAX_LENGTH - 1) + "}");

  private SymptomCode() {}

  /**
   * The code in the one form in which it is kept and sealed: without spaces around it, in capital
   * letters.
   *
   * @throws RefusedException EHR-1004, saying what a code looks like
   */
  public static String entered(String text) {
    String code = text.strip().toUpperCase(Locale.ROOT);
    if (!isCode(code)) {
      throw new RefusedException(
          ErrorCode.INVALID_INPUT, "The symptom code has 1 to 20 of A-Z, 0-9, dot and hyphen.");
    }
    return code;
  }

  /** Whether that is a code in this form, as messages have it. */
  public static boolean isCode(String text) {
    return CODE.matcher(text).matches();
  }
}
