package org.epione.sharing.boundary;

import java.time.Instant;
import java.util.List;

/**
 * What a patient fills in to allow something beforehand.
 *
 * @param doctor pseudo-identity in hexadecimal, of {@link StandingConsents#doctors()}
 * @param allRecords all records that there are at this hospital, and later ones once she confirms
 *     them
 * @param episodes else these, EID in hexadecimal, of {@link StandingConsents#records()}
 * @param notAfter until when
 */
public record StandingRuleForm(
    String doctor, Purpose purpose, boolean allRecords, List<String> episodes, Instant notAfter) {

  public StandingRuleForm {
    episodes = List.copyOf(episodes);
  }

  /** Without who and what. */
  @Override
  public String toString() {
    return "StandingRuleForm";
  }
}
