package org.epione.emergency.boundary;

import java.time.Instant;
import java.util.Optional;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;

/**
 * An emergency as the system manager and auditors see it: without the name of the patient.
 *
 * @param id 32 hexadecimal digits, the same as at the hospital
 * @param account of the patient, at the hospital
 * @param asker the doctor who asks, by name
 * @param confirmer who confirmed for the hospital, by name
 * @param text what the asking doctor wrote
 * @param officer who decided for the system manager; empty before
 * @param answer the officer's reason; empty before
 * @param until end of the time box
 * @param justified what the hospital's review found
 * @param reviewer who closed it; empty before
 * @param finding in which words; empty before
 */
public record EmergencyCaseView(
    String id,
    PartyCode hospital,
    String hospitalName,
    AccountId account,
    String asker,
    AccountId askerAccount,
    String confirmer,
    AccountId confirmerAccount,
    EmergencyReason reason,
    String text,
    EmergencyCaseState state,
    Instant asked,
    Instant expires,
    String officer,
    String answer,
    Optional<Instant> decided,
    Optional<Instant> until,
    Optional<Boolean> justified,
    String reviewer,
    String finding,
    Optional<Instant> reviewed) {

  /** Whether it was opened and the hospital has not closed the review. */
  public boolean toReview() {
    return state == EmergencyCaseState.RELEASED;
  }

  /** Without names and reasons. */
  @Override
  public String toString() {
    return "emergency " + id + " " + state;
  }
}
