package org.epione.guardian.boundary;

import java.time.Instant;
import java.util.Optional;

/**
 * Who acts for whom, since when and until when.
 *
 * @param id of the guardianship
 * @param ward the minor's name
 * @param wardBirthDate as the hospital has it
 * @param guardian the guardian's name
 * @param guardianNumber with the hospital; empty for everybody but the hospital
 * @param evidence what was seen, in the registrar's words; empty for everybody but the hospital
 * @param namedBy who of the hospital did
 * @param answerUntil until when it can be accepted
 * @param acceptedAt when it began
 * @param endsAt from then on it is over
 * @param endedAt when it was ended, before that
 * @param reason why, where somebody gave one
 */
public record GuardianshipView(
    String id,
    String ward,
    String wardBirthDate,
    String guardian,
    String guardianNumber,
    GuardianGround ground,
    String evidence,
    String namedBy,
    Instant namedAt,
    Instant answerUntil,
    Optional<Instant> acceptedAt,
    Instant endsAt,
    Optional<Instant> endedAt,
    String reason,
    GuardianshipState state) {

  /** Without names and texts. */
  @Override
  public String toString() {
    return "GuardianshipView[" + id + "]";
  }
}
