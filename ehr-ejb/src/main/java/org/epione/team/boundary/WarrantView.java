package org.epione.team.boundary;

import java.time.Instant;
import java.util.Optional;

/**
 * One doctor's warrant as the patient sees it.
 *
 * @param place in the order of signing, from 1
 * @param purpose HL7 v3 PurposeOfUse
 * @param withdrawnAt when the patient withdrew it, if she did
 */
public record WarrantView(
    int place,
    String doctor,
    String purpose,
    Instant notBefore,
    Instant notAfter,
    State state,
    Optional<Instant> withdrawnAt) {

  /** What a warrant allows now. */
  public enum State {
    /** Nothing yet: the chain does not have it. */
    NOT_YET,
    /** To work on the episode; it can be withdrawn. */
    HOLDS,
    /** Nothing: the patient withdrew it. */
    WITHDRAWN,
    /** Nothing: its time or the treatment is over. */
    ENDED
  }
}
