package org.epione.enrolment.boundary;

/**
 * What a hospital calls a patient: a number and who gave it out. Unique within a hospital, and
 * never on the chain.
 *
 * @param authority the assigning authority, 1 to 80 characters; the hospital's own code by default
 * @param value the number, 1 to 80 characters
 */
public record PatientNumber(String authority, String value) {

  /** The longest authority or value. */
  public static final int MAX_LENGTH = 80;

  /**
   * @throws IllegalArgumentException when a part is blank or too long
   */
  public PatientNumber {
    if (isWrong(authority) || isWrong(value)) {
      throw new IllegalArgumentException("a patient number has 1 to 80 characters");
    }
  }

  private static boolean isWrong(String part) {
    return part.isBlank() || part.length() > MAX_LENGTH || !part.equals(part.strip());
  }

  @Override
  public String toString() {
    return "PatientNumber";
  }
}
