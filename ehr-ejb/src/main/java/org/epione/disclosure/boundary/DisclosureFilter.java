package org.epione.disclosure.boundary;

import java.time.Instant;
import java.util.Optional;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;

/**
 * Which disclosures are wanted.
 *
 * @param episode reference of one episode
 * @param from first moment
 * @param until first moment after
 */
public record DisclosureFilter(
    Optional<String> episode, Optional<Instant> from, Optional<Instant> until) {

  /** All of them. */
  public static final DisclosureFilter ALL =
      new DisclosureFilter(Optional.empty(), Optional.empty(), Optional.empty());

  /**
   * Checks the period.
   *
   * @throws RefusedException EHR-1004 if it ends before it begins
   */
  public DisclosureFilter {
    if (from.isPresent() && until.isPresent() && !from.get().isBefore(until.get())) {
      throw new RefusedException(
          ErrorCode.INVALID_INPUT, "The period ends before it begins. Choose other days.");
    }
  }

  /** Whether it is wanted. */
  public boolean wants(Disclosure each) {
    return episode.map(each.reference()::equals).orElse(true)
        && from.map(start -> !each.at().isBefore(start)).orElse(true)
        && until.map(end -> each.at().isBefore(end)).orElse(true);
  }
}
