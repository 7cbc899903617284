package org.epione.team.boundary;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An episode as the registrar and the administrator follow it: no diagnosis in it.
 *
 * @param id EID in hex
 * @param state name of the state
 * @param reason why it stopped or was rejected
 * @param needsFollowUp whether a turn is lost, so that it cannot go on
 * @param appends reference of the record that the team adds to
 * @param followedBy EID in hex of the episode in which the treatment goes on
 * @param remaining where it needs a follow-up, account ids of the doctors who can go on, in order
 * @param returned how often the turn was sent back
 * @param returnLimit how often that is possible
 * @param voidParts what was signed and became void by a return, in that order
 * @param changes what was proposed to change in the team
 * @param openedBlock where the opening stands on the chain, once it does; so the others
 */
public record EpisodeView(
    String id,
    String reference,
    String patientId,
    String patient,
    String complaint,
    String symptomCode,
    String state,
    Optional<String> reason,
    Optional<String> appends,
    boolean needsFollowUp,
    Optional<String> followedBy,
    List<String> remaining,
    Instant openedAt,
    Instant changedAt,
    int returned,
    int returnLimit,
    List<MemberView> team,
    List<VoidPartView> voidParts,
    List<TeamChangeView> changes,
    List<RefusalView> refusals,
    Optional<BlockView> openedBlock,
    Optional<BlockView> diagnosisBlock,
    Optional<BlockView> storedBlock) {

  /** Never who and why. */
  @Override
  public String toString() {
    return reference + " " + state;
  }
}
