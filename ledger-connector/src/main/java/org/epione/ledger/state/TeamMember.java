package org.epione.ledger.state;

import java.time.Instant;
import java.util.Optional;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.scheme.warrant.Warrant;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.identity.Validity;

/**
 * A doctor of an episode's team.
 *
 * @param doctor pseudo-identity
 * @param key the doctor's BLS key when she was given her place, 96 bytes: with it she signs in this
 *     episode, whatever key she has since
 * @param warrant when the patient's warrant holds, unless it was withdrawn
 * @param withdrawnAt from when on it does not, by the patient's record
 */
public record TeamMember(
    Pid doctor, ByteString key, Validity warrant, Optional<Instant> withdrawnAt) {

  /** Whether the warrant was withdrawn at {@code time} or before. */
  public boolean isWithdrawn(Instant time) {
    return withdrawnAt.filter(withdrawn -> !time.isBefore(withdrawn)).isPresent();
  }

  /** A doctor with the warrant that the patient just signed. */
  static TeamMember warranted(Pid doctor, ByteString key, Warrant warrant) {
    return new TeamMember(
        doctor, key, new Validity(warrant.notBefore(), warrant.notAfter()), Optional.empty());
  }

  TeamMember withdrawn(Instant at) {
    return new TeamMember(doctor, key, warrant, Optional.of(at));
  }
}
