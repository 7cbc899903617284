package org.epione.web.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class DaysTest {

  private static final LocalDate LAST_OF_FEBRUARY = LocalDate.of(2028, 2, 29);

  @Test
  void day_shouldBeOneOfUtc() {
    assertThat(Days.begin(LAST_OF_FEBRUARY)).isEqualTo(Instant.parse("2028-02-29T00:00:00Z"));
    assertThat(Days.last(LAST_OF_FEBRUARY)).isEqualTo(Instant.parse("2028-02-29T23:59:59.999Z"));
    assertThat(Days.end(LAST_OF_FEBRUARY)).isEqualTo(Instant.parse("2028-03-01T00:00:00Z"));
  }

  @Test
  void today_shouldBeTheDayInUtc_whereverTheServerStands() {
    Clock clock = Clock.fixed(Instant.parse("2028-02-29T23:30:00Z"), ZoneId.of("Asia/Tokyo"));
    assertThat(Days.today(clock)).isEqualTo(LAST_OF_FEBRUARY);
  }
}
