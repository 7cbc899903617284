package org.epione.messaging.hl7;

import ca.uhn.hl7v2.model.v251.segment.PID;
import java.util.List;
import java.util.Set;
import org.epione.enrolment.boundary.Change;
import org.epione.enrolment.boundary.PatientChanges;

/**
 * Reads an admission message. Validation is off in {@link Segments}, so what is needed is checked
 * here. Only the PID segment is read; the others, Z segments among them, are kept in the raw
 * message.
 */
final class PatientMessageReader {

  private static final Set<String> REGISTERING = Set.of("A04", "A28");
  private static final Set<String> UPDATING = Set.of("A08", "A31");

  private final Segments segments = new Segments();

  /**
   * Checks the header's type, event, mode and version.
   *
   * @throws InvalidMessageException when the message is none that is taken here
   */
  void checkKind(MessageHeader header) throws InvalidMessageException {
    if (!header.messageCode().equals("ADT")) {
      throw new InvalidMessageException(Fault.MESSAGE_TYPE);
    }
    String event = header.triggerEvent();
    if (!REGISTERING.contains(event) && !UPDATING.contains(event)) {
      throw new InvalidMessageException(Fault.TRIGGER_EVENT);
    }
    String mode = header.processingId();
    if (!mode.isEmpty()
        && !mode.equals("P")
        && !mode.startsWith("P" + header.encoding().charAt(0))) {
      throw new InvalidMessageException(Fault.PROCESSING_ID);
    }
    String version = header.versionNumber();
    if (!version.isEmpty() && !version.matches("2\\.[1-8](\\.[12])?")) {
      throw new InvalidMessageException(Fault.VERSION);
    }
  }

  /**
   * Reads the patient out of a message of a kind that {@link #checkKind} lets pass.
   *
   * @throws InvalidMessageException with the first fault found
   */
  PatientMessage read(MessageHeader header, String text) throws InvalidMessageException {
    PatientSegment pid = new PatientSegment(onlyPatient(header, text));
    PatientChanges changes =
        new PatientChanges(
            pid.familyName(),
            pid.givenName(),
            pid.birthDate(),
            pid.sex(),
            pid.address(),
            pid.phone());
    boolean registering = REGISTERING.contains(header.triggerEvent());
    boolean named = changes.familyName() instanceof Change.Replace<String>;
    if (!named && (registering || changes.familyName() instanceof Change.Clear<String>)) {
      throw new InvalidMessageException(Fault.NAME_MISSING);
    }
    return new PatientMessage(pid.number(header.hospital()), changes, registering);
  }

  private PID onlyPatient(MessageHeader header, String text) throws InvalidMessageException {
    List<String> found = Segments.lines(header, text, "PID");
    if (found.size() != 1) {
      throw new InvalidMessageException(Fault.SEGMENTS);
    }
    return segments.patient(header, found.get(0));
  }
}
