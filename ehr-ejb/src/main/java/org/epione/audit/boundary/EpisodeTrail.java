package org.epione.audit.boundary;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Everything that the chain says about an episode, in its order.
 *
 * @param patient the patient's pseudo-identity in this episode, in hexadecimal
 * @param teams one after the other, the last being the present one
 * @param parts how many doctors' parts the diagnosis carries, 0 before it
 * @param expectedParts how many doctors are in the team
 * @param ciphertext digest of the stored record, once there is one
 * @param location where the cloud said it keeps it
 */
public record EpisodeTrail(
    String id,
    String reference,
    String hospital,
    String hospitalName,
    String patient,
    Instant openedAt,
    List<ActView> acts,
    List<AuditedTeam> teams,
    int parts,
    int expectedParts,
    Optional<String> ciphertext,
    Optional<String> location) {

  public EpisodeTrail {
    acts = List.copyOf(acts);
    teams = List.copyOf(teams);
  }
}
