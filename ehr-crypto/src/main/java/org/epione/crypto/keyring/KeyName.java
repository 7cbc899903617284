package org.epione.crypto.keyring;

/**
 * Which key it is. It is bound into a wrapped key, so that none is taken for another: neither a key
 * of one kind for one of another kind, nor one owner's for another's.
 *
 * @param kind what it is for, 1 to 64 of a-z, 0-9 and {@code -}
 * @param owner whose it is, 1 to 128 visible ASCII characters
 */
public record KeyName(String kind, String owner) {

  static final int MAX_KIND = 64;
  static final int MAX_OWNER = 128;

  private static final String KIND = "[a-z0-9-]{1," + MAX_KIND + "}";
  private static final String OWNER = "[!-~]{1," + MAX_OWNER + "}";

  /** Refuses other characters. */
  public KeyName {
    requireKind(kind);
    if (!owner.matches(OWNER)) {
      throw new IllegalArgumentException("a key's owner is 1 to 128 visible ASCII characters");
    }
  }

  static void requireKind(String text) {
    if (!text.matches(KIND)) {
      throw new IllegalArgumentException("a kind of key is 1 to 64 of a-z, 0-9 and -");
    }
  }
}
