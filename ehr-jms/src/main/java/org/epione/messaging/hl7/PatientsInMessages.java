package org.epione.messaging.hl7;

import ca.uhn.hl7v2.model.v251.datatype.CX;
import ca.uhn.hl7v2.model.v251.segment.PID;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.epione.enrolment.boundary.NamedPatients;

/**
 * Reads patients' numbers as {@link Conversation} does, so that who was registered from a message
 * is found in it again; also out of messages that were refused, of several patients or truncated.
 */
@Singleton
@PermitAll
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class PatientsInMessages implements NamedPatients {

  private final Segments segments = new Segments();

  @Override
  public Set<String> in(byte[] content, boolean asText) {
    Set<String> numbers = new HashSet<>();
    String text = MessageText.of(content, asText).text();
    Optional<MessageHeader> header = MessageHeader.of(text);
    if (header.isPresent()) {
      for (String line : Segments.lines(header.get(), text, "PID")) {
        numbers.addAll(inPatient(header.get(), line));
      }
      for (String line : Segments.lines(header.get(), text, "MRG")) {
        numbers.addAll(inMerged(header.get(), line));
      }
    }
    return numbers;
  }

  private Set<String> inPatient(MessageHeader header, String line) {
    try {
      PID pid = segments.patient(header, line);
      return numbers(
          Stream.of(
                  Stream.of(pid.getPatientID()),
                  Stream.of(pid.getPatientIdentifierList()),
                  Stream.of(pid.getAlternatePatientIDPID()))
              .flatMap(each -> each));
    } catch (InvalidMessageException unreadable) {
      return Set.of();
    }
  }

  private Set<String> inMerged(MessageHeader header, String line) {
    try {
      return numbers(Stream.of(segments.merged(header, line).getPriorPatientIdentifierList()));
    } catch (InvalidMessageException unreadable) {
      return Set.of();
    }
  }

  private static Set<String> numbers(Stream<CX> fields) {
    Set<String> numbers = new HashSet<>();
    fields
        .map(field -> PatientSegment.given(field.getIDNumber().getValue()))
        .filter(number -> !number.isEmpty())
        .forEach(numbers::add);
    return numbers;
  }
}
