package org.epione.appointment.boundary;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * That a patient has an appointment, or that the hospital cancelled it: no more than when. With
 * whom, where and why is told only under the treatment key.
 *
 * @param cancelled by the hospital
 */
public record Reminder(Instant start, ZoneId zone, boolean cancelled) {

  /** When it is, in the hospital's time. */
  public ZonedDateTime local() {
    return start.atZone(zone);
  }
}
