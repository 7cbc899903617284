package org.epione.crypto.policy;

import java.util.Locale;
import java.util.Set;

/**
 * A property that an authority certifies by issuing a key for it, such as {@code
 * role:cardiologist}. Immutable, ordered by name.
 *
 * <p>A name has 1 to 128 characters, begins with a letter and goes on with letters, digits and
 * {@code . : _ - @ /}. Upper and lower case differ. Only ASCII is allowed, so that a name has one
 * form in bytes and no other name looks like it through a foreign alphabet: a policy that a person
 * has read says what it seemed to say. The words of the policy language ({@code and}, {@code or},
 * {@code of}, {@code not}, in any case) are no names.
 */
public final class Attribute implements Comparable<Attribute> {

  /** Longest name in characters, which are bytes too. */
  public static final int MAX_LENGTH = 128;

  /** What may stand in a name, for messages. */
  static final String ALPHABET = "letters A-Z and a-z, digits and . : _ - @ /";

  private static final Set<String> RESERVED = Set.of("and", "or", "of", "not");

  private final String name;

  private Attribute(String name) {
    this.name = name;
  }

  /**
   * The attribute of this name.
   *
   * @throws IllegalArgumentException if it is none; the message says why
   */
  public static Attribute of(String name) {
    if (name.isEmpty() || name.length() > MAX_LENGTH) {
      throw new IllegalArgumentException("an attribute has 1 to " + MAX_LENGTH + " characters");
    }
    if (!name.chars().allMatch(Attribute::isNameCharacter)) {
      throw new IllegalArgumentException("an attribute is made of " + ALPHABET);
    }
    if (!isLetter(name.charAt(0))) {
      throw new IllegalArgumentException("an attribute begins with a letter");
    }
    if (isReserved(name)) {
      throw new IllegalArgumentException("'" + name + "' is a word of the policy language");
    }
    return new Attribute(name);
  }

  /** The name. */
  public String name() {
    return name;
  }

  static boolean isReserved(String word) {
    return RESERVED.contains(word.toLowerCase(Locale.ROOT));
  }

  static boolean isNameCharacter(int c) {
    return isLetter(c) || (c >= '0' && c <= '9') || (c > 0 && ".:_-@/".indexOf(c) >= 0);
  }

  private static boolean isLetter(int c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }

  @Override
  public int compareTo(Attribute other) {
    return name.compareTo(other.name);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Attribute that && name.equals(that.name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public String toString() {
    return name;
  }
}
