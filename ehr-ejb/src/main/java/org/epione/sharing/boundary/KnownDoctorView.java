package org.epione.sharing.boundary;

/**
 * A doctor whom a patient can allow something beforehand.
 *
 * @param id pseudo-identity in hexadecimal
 * @param name as her hospital shows it
 * @param specialty may be empty
 */
public record KnownDoctorView(String id, String name, String specialty, String hospitalName) {

  /** Without the name. */
  @Override
  public String toString() {
    return "KnownDoctorView";
  }
}
