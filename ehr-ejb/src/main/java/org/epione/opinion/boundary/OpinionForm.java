package org.epione.opinion.boundary;

/**
 * A question to a doctor of another hospital.
 *
 * @param hospital code of her hospital
 * @param doctor her name, as her hospital shows it; titles do not matter
 * @param question 1 to 2000 bytes; her hospital reads it too, so it names no patient
 */
public record OpinionForm(String hospital, String doctor, String question) {

  /** Never the question. */
  @Override
  public String toString() {
    return "OpinionForm";
  }
}
