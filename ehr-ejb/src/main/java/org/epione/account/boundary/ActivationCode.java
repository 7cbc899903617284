package org.epione.account.boundary;

import java.util.Locale;
import java.util.Optional;
import org.epione.crypto.random.RandomSource;

/**
 * A one-time code that a person is handed, to activate an account or to set another password where
 * the one before is lost: 80 random bits as 16 characters of Crockford's base32. Shown in groups of
 * four; read without regard to case, hyphens and spaces, and with O as 0, I and L as 1.
 */
public record ActivationCode(String characters) {

  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 16;
  private static final int GROUP = 4;

  /** A new code. */
  public static ActivationCode random(RandomSource random) {
    StringBuilder text = new StringBuilder();
    for (byte each : random.bytes(LENGTH)) {
      text.append(ALPHABET.charAt(each & 31));
    }
    return new ActivationCode(text.toString());
  }

  /** The code that someone typed, if it can be one. */
  public static Optional<ActivationCode> parse(String typed) {
    if (typed.length() > 4 * LENGTH) {
      return Optional.empty();
    }
    String plain =
        typed
            .toUpperCase(Locale.ROOT)
            .replaceAll("[\\s-]", "")
            .replace('O', '0')
            .replace('I', '1')
            .replace('L', '1');
    boolean possible =
        plain.length() == LENGTH && plain.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
    return possible ? Optional.of(new ActivationCode(plain)) : Optional.empty();
  }

  /** The secret under which keys wait; wiped by the caller. */
  public char[] secret() {
    return characters.toCharArray();
  }

  /** In groups of four. */
  public String shown() {
    return String.join("-", characters.split("(?<=\\G.{" + GROUP + "})"));
  }

  @Override
  public String toString() {
    return "ActivationCode";
  }
}
