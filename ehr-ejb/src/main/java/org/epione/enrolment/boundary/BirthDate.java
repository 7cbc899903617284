package org.epione.enrolment.boundary;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A date of birth as exactly as it is known: year, month, or day, written as FHIR writes it ({@code
 * 1970}, {@code 1970-05}, {@code 1970-05-03}), so that text order is date order.
 *
 * @param iso the text
 */
public record BirthDate(String iso) {

  private static final Pattern FORM = Pattern.compile("\\d{4}(-\\d{2}(-\\d{2})?)?");
  private static final int EARLIEST = 1850;

  /**
   * @throws IllegalArgumentException when the text is no such date
   */
  public BirthDate {
    if (!FORM.matcher(iso).matches()) {
      throw new IllegalArgumentException("a birth date is YYYY, YYYY-MM or YYYY-MM-DD");
    }
    if (firstDay(iso).getYear() < EARLIEST) {
      throw new IllegalArgumentException("a birth date is not before " + EARLIEST);
    }
  }

  /** The date of a text in this form, or empty where it is none. */
  public static Optional<BirthDate> parse(String text) {
    try {
      return Optional.of(new BirthDate(text.strip()));
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  /** Whether the person would be born later than that day. */
  public boolean isAfter(LocalDate day) {
    return firstDay(iso).isAfter(day);
  }

  /** The first day on which the person can have reached that age. */
  public LocalDate earliestBirthday(int age) {
    return firstDay(iso).plusYears(age);
  }

  /** The last day on which the person can reach that age. */
  public LocalDate latestBirthday(int age) {
    LocalDate lastDay =
        switch (iso.length()) {
          case 4 -> Year.parse(iso).atMonth(12).atEndOfMonth();
          case 7 -> YearMonth.parse(iso).atEndOfMonth();
          default -> LocalDate.parse(iso);
        };
    return lastDay.plusYears(age);
  }

  private static LocalDate firstDay(String iso) {
    try {
      return switch (iso.length()) {
        case 4 -> Year.parse(iso).atDay(1);
        case 7 -> YearMonth.parse(iso).atDay(1);
        default -> LocalDate.parse(iso);
      };
    } catch (DateTimeException noSuchDay) {
      throw new IllegalArgumentException("no such day in the calendar", noSuchDay);
    }
  }

  @Override
  public String toString() {
    return "BirthDate";
  }
}
