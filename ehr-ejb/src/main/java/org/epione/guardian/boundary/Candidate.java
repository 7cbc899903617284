package org.epione.guardian.boundary;

/**
 * Somebody whom a registrar may name as a guardian, to be compared with the papers.
 *
 * @param name given name and family name
 * @param birthDate as the hospital has it
 */
public record Candidate(String number, String name, String birthDate) {

  /** Without name and birth date. */
  @Override
  public String toString() {
    return "Candidate";
  }
}
