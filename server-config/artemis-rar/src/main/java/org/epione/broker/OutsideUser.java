package org.epione.broker;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * Who signs in from outside.
 *
 * @param name user name
 * @param password empty: nobody may sign in so
 */
record OutsideUser(String name, String password) {

  /** Compares in constant time. */
  boolean is(@Nullable String givenName, @Nullable String givenPassword) {
    if (password.isEmpty() || givenName == null || givenPassword == null) {
      return false;
    }
    boolean sameName = same(name, givenName);
    boolean samePassword = same(password, givenPassword);
    return sameName && samePassword;
  }

  private static boolean same(String expected, String given) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }

  /** Without the password. */
  @Override
  public String toString() {
    return name;
  }
}
