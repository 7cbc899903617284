package org.epione.account.control;

import java.nio.CharBuffer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;

/**
 * What a user name and a password must be. Length counts, not kinds of characters (NIST 800-63B).
 */
final class Credentials {

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._@-]{2,63}");
  private static final int SHORTEST = 12;
  private static final int LONGEST = 256;
  private static final int FEWEST_DIFFERENT = 5;

  private Credentials() {}

  /** The name as it is kept, if it can be one: lower case, 3 to 64 characters. */
  static Optional<String> userName(String typed) {
    String name = typed.strip().toLowerCase(Locale.ROOT);
    return NAME.matcher(name).matches() ? Optional.of(name) : Optional.empty();
  }

  /** Refuses a weak password. */
  static void requireStrong(char[] password, String userName) {
    long different = CharBuffer.wrap(password).chars().distinct().count();
    boolean holdsName = contains(password, userName);
    if (password.length < SHORTEST
        || password.length > LONGEST
        || different < FEWEST_DIFFERENT
        || holdsName) {
      throw new RefusedException(ErrorCode.WEAK_PASSWORD);
    }
  }

  /** Without a copy of the password that could not be wiped. */
  private static boolean contains(char[] password, String name) {
    for (int start = 0; start + name.length() <= password.length; start++) {
      int same = 0;
      while (same < name.length()
          && Character.toLowerCase(password[start + same]) == name.charAt(same)) {
        same++;
      }
      if (same == name.length()) {
        return true;
      }
    }
    return false;
  }
}
