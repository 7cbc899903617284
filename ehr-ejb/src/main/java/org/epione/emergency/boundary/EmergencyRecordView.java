package org.epione.emergency.boundary;

import java.util.List;
import org.epione.sharing.boundary.ReadEvent;

/**
 * A record that an emergency opens.
 *
 * @param request the doctor's request, under which she reads it; 32 hexadecimal digits
 * @param reference the episode's reference for people
 * @param readings who read it under this emergency, or was refused; newest first
 */
public record EmergencyRecordView(String request, String reference, List<ReadEvent> readings) {

  public EmergencyRecordView {
    readings = List.copyOf(readings);
  }
}
