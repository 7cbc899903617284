package org.epione.sharing.entity;

import org.epione.ledger.identity.DoctorCertificate;
import org.epione.platform.identity.PartyCode;

/**
 * A doctor whom a patient can allow something beforehand: her hospital vouches for the certificate.
 *
 * @param hospital the doctor's hospital
 * @param name as that hospital shows it
 * @param specialty may be empty
 */
public record AllowedDoctor(
    DoctorCertificate certificate, PartyCode hospital, String name, String specialty) {

  /** Without the name. */
  @Override
  public String toString() {
    return "AllowedDoctor";
  }
}
