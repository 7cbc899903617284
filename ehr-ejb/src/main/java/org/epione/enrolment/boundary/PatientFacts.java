package org.epione.enrolment.boundary;

import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;

/**
 * What other features need of a patient.
 *
 * @param displayName given name and family name
 * @param birthDate as {@link BirthDate#iso}; may be empty
 * @param number her number with the hospital
 * @param active whether she has activated her account, so that she can sign
 */
public record PatientFacts(
    PatientId id,
    AccountId account,
    PartyCode hospital,
    String displayName,
    String birthDate,
    String number,
    boolean active) {

  /** ID_p, the identity that a pseudo-identity per episode is made of: 16 bytes. */
  public byte[] identity() {
    return id.bytes();
  }

  /** Without her data. */
  @Override
  public String toString() {
    return "PatientFacts[" + id + "]";
  }
}
