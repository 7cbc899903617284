package org.epione.messaging.hl7;

import ca.uhn.hl7v2.DefaultHapiContext;
import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.HapiContext;
import ca.uhn.hl7v2.model.v251.message.ADT_A01;
import ca.uhn.hl7v2.model.v251.segment.PID;
import ca.uhn.hl7v2.parser.CanonicalModelClassFactory;
import ca.uhn.hl7v2.parser.Parser;
import ca.uhn.hl7v2.validation.impl.ValidationContextFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.epione.enrolment.boundary.Change;
import org.epione.enrolment.boundary.PatientChanges;

/**
 * Reads an admission message with HAPI, validation off: its default rules refuse most real
 * messages, so what is needed is checked here instead. HAPI sees a header of ours and the PID
 * segment only. The sender's own header often names a structure that does not fit, and HAPI would
 * load the class of that name; the other segments, Z segments among them, are kept in the raw
 * message.
 */
final class PatientMessageReader {

  private static final Set<String> REGISTERING = Set.of("A04", "A28");
  private static final Set<String> UPDATING = Set.of("A08", "A31");

  private final Parser parser;

  PatientMessageReader() {
    HapiContext context = new DefaultHapiContext(new CanonicalModelClassFactory("2.5.1"));
    context.setValidationContext(ValidationContextFactory.noValidation());
    this.parser = context.getPipeParser();
  }

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
    PatientSegment pid = new PatientSegment(parse(header, onlySegment(header, text)));
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

  private static String onlySegment(MessageHeader header, String text)
      throws InvalidMessageException {
    List<String> found = new ArrayList<>();
    text.lines()
        .filter(line -> line.startsWith("PID") && line.length() > 3)
        .filter(line -> line.charAt(3) == header.separator())
        .forEach(found::add);
    if (found.size() != 1) {
      throw new InvalidMessageException(Fault.SEGMENTS);
    }
    return found.get(0);
  }

  private PID parse(MessageHeader header, String segment) throws InvalidMessageException {
    char f = header.separator();
    char c = header.encoding().charAt(0);
    String own = "MSH" + f + header.encoding() + ("" + f).repeat(7);
    String type = "ADT" + c + "A01" + c + "ADT_A01";
    String message = own + type + f + "1" + f + "P" + f + "2.5.1\r" + segment + "\r";
    try {
      return ((ADT_A01) parser.parse(message)).getPID();
    } catch (HL7Exception | RuntimeException unreadable) {
      // HAPI answers some malformed input with unchecked exceptions; their texts quote the input
      throw new InvalidMessageException(Fault.SYNTAX);
    }
  }
}
