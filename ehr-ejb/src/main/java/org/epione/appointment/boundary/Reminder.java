package org.epione.appointment.boundary;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * That a patient has an appointment, or that the hospital cancelled it: no more than when, and for
 * whom. With which doctor, where and why is told only under the treatment key.
 *
 * @param ward name of the minor whose appointment it is; empty for the caller's own
 * @param cancelled by the hospital
 */
public record Reminder(String ward, Instant start, ZoneId zone, boolean cancelled) {

  /** When it is, in the hospital's time. */
  public ZonedDateTime local() {
    return start.atZone(zone);
  }

  /** Without the name. */
  @Override
  public String toString() {
    return "Reminder[" + start + "]";
  }
}
