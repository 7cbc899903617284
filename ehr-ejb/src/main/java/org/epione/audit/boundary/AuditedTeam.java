package org.epione.audit.boundary;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A team of an episode, as the chain has it.
 *
 * @param doctors names in the order of signing
 * @param until when the next team took its place; absent for the present one
 */
public record AuditedTeam(List<String> doctors, Optional<Instant> until) {

  public AuditedTeam {
    doctors = List.copyOf(doctors);
  }

  /** Without the names. */
  @Override
  public String toString() {
    return "team of " + doctors.size();
  }
}
