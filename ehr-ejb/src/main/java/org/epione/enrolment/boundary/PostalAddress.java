package org.epione.enrolment.boundary;

/**
 * A postal address; parts that are not known are empty text. Each part has at most 120 characters.
 */
public record PostalAddress(
    String street, String city, String state, String postalCode, String country) {

  /** The longest part. */
  public static final int MAX_LENGTH = 120;

  /** No address known. */
  public static final PostalAddress NONE = new PostalAddress("", "", "", "", "");

  /**
   * @throws IllegalArgumentException when a part is too long
   */
  public PostalAddress {
    if (Math.max(street.length(), city.length()) > MAX_LENGTH
        || Math.max(state.length(), postalCode.length()) > MAX_LENGTH
        || country.length() > MAX_LENGTH) {
      throw new IllegalArgumentException("a part of an address has at most 120 characters");
    }
  }

  @Override
  public String toString() {
    return "PostalAddress";
  }
}
