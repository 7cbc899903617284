package org.epione.ledger.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an audit was of.
 *
 * @param subjects ids or pseudo-identities in hexadecimal, 1 to 100; none for a period
 * @param from first moment of a period, by the times of blocks
 * @param until first moment after it
 */
public record ReportScope(
    Kind kind, List<String> subjects, Optional<Instant> from, Optional<Instant> until) {

  /** Most subjects of one audit. */
  public static final int MAX_SUBJECTS = 100;

  /** What kind of thing. */
  public enum Kind {
    /** Records of the chain, by their ids. */
    RECORD,
    /** Episodes, by their ids (EID). */
    EPISODE,
    /** A patient, by the pseudo-identities that the auditor was given, one for each episode. */
    PATIENT,
    /** A doctor, by pseudo-identity. */
    DOCTOR,
    /** All that came onto the chain in a time. */
    PERIOD
  }

  /** Checks the rules above. */
  public ReportScope {
    subjects = List.copyOf(subjects);
    from = from.map(ReportText::time);
    until = until.map(ReportText::time);
    boolean period = kind == Kind.PERIOD;
    if (period != subjects.isEmpty()
        || subjects.size() > MAX_SUBJECTS
        || subjects.stream().distinct().count() != subjects.size()
        || !subjects.stream().allMatch(each -> each.matches("([0-9a-f]{2}){1,128}"))) {
      throw new IllegalArgumentException("an audit has 1 to 100 subjects, or is of a period");
    }
    if (period != from.isPresent()
        || period != until.isPresent()
        || (period && !from.get().isBefore(until.get()))) {
      throw new IllegalArgumentException("a period begins before it ends, and nothing else does");
    }
  }

  /** Of such subjects. */
  public static ReportScope of(Kind kind, List<String> subjects) {
    return new ReportScope(kind, subjects, Optional.empty(), Optional.empty());
  }

  /** Of the time from {@code from} to before {@code until}. */
  public static ReportScope period(Instant from, Instant until) {
    return new ReportScope(Kind.PERIOD, List.of(), Optional.of(from), Optional.of(until));
  }
}
