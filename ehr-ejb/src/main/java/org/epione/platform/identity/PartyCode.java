package org.epione.platform.identity;

import java.util.regex.Pattern;

/**
 * The name of a party in messages and on pages, for example {@code HOSPITAL-A}: 2 to 32 of {@code
 * A-Z 0-9 -}, beginning with a letter.
 */
public record PartyCode(String value) implements Comparable<PartyCode>, java.io.Serializable {

  private static final long serialVersionUID = 1L;
  private static final Pattern FORM = Pattern.compile("[A-Z][A-Z0-9-]{1,31}");

  /** The system manager of every installation. */
  public static final PartyCode SYSTEM_MANAGER = new PartyCode("SYSTEM-MANAGER");

  /** The cloud of an installation that hosts one. */
  public static final PartyCode CLOUD = new PartyCode("CLOUD");

  /**
   * Checks the form.
   *
   * @throws IllegalArgumentException when it is not that
   */
  public PartyCode {
    if (!isValid(value)) {
      throw new IllegalArgumentException("not the code of a party");
    }
  }

  /** Whether the text can be the code of a party. */
  public static boolean isValid(String value) {
    return FORM.matcher(value).matches();
  }

  @Override
  public int compareTo(PartyCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
