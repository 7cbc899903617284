package org.epione.platform.identity;

import java.io.Serializable;
import java.util.UUID;

/** The identity of an account; also the name of the principal of a signed-in person. */
public record AccountId(UUID value) implements Serializable {

  private static final long serialVersionUID = 1L;

  /**
   * The id from its text.
   *
   * @throws IllegalArgumentException when it is not one
   */
  public static AccountId of(String text) {
    UUID value = UUID.fromString(text);
    if (!value.toString().equals(text)) {
      throw new IllegalArgumentException("not the id of an account");
    }
    return new AccountId(value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
