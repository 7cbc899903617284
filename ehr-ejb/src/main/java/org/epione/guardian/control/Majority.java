package org.epione.guardian.control;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.epione.enrolment.boundary.BirthDate;
import org.epione.enrolment.boundary.PatientFacts;

/**
 * From when on people decide themselves. Where only the year or the month of birth is known, the
 * earliest day counts: rather no guardian than one of somebody who is of age.
 */
final class Majority {

  private static final int AGE = 18;

  private Majority() {}

  /** The 18th birthday; empty where no birth date is registered. */
  static Optional<LocalDate> of(PatientFacts person) {
    return BirthDate.parse(person.birthDate()).map(born -> born.earliestBirthday(AGE));
  }

  /** Whether that person is certainly under 18. */
  static boolean isMinor(PatientFacts person, Instant now) {
    return of(person).filter(day -> now.isBefore(begin(day))).isPresent();
  }

  /** Whether that person is certainly 18 or older. */
  static boolean isOfAge(PatientFacts person, Instant now) {
    // Of a year or a month the last day counts here.
    return BirthDate.parse(person.birthDate())
        .filter(born -> !born.latestBirthday(AGE).isAfter(LocalDate.ofInstant(now, ZoneOffset.UTC)))
        .isPresent();
  }

  /** When a day begins, in UTC as all times of the system. */
  static Instant begin(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
