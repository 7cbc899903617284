package org.epione.appointment.boundary;

import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;

/**
 * An appointment to call off, as whoever calls it off saw it.
 *
 * @param slot at which time it is: a patient who moves it keeps the appointment's id
 * @param note what the patient is told, 1 to 500 characters without spaces around them
 */
public record CallingOff(String appointment, String slot, String note) {

  private static final int LONGEST = 500;

  /**
   * Looks at the form of the note.
   *
   * @throws RefusedException EHR-1004 if it is empty or too long
   */
  public CallingOff {
    note = note.strip();
    if (note.isEmpty() || note.length() > LONGEST) {
      throw new RefusedException(
          ErrorCode.INVALID_INPUT, "Tell the patient why, in 1 to 500 characters.");
    }
  }

  /** Without why. */
  @Override
  public String toString() {
    return "CallingOff[" + appointment + "]";
  }
}
