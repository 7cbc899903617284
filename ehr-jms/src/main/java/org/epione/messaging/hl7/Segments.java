package org.epione.messaging.hl7;

import ca.uhn.hl7v2.DefaultHapiContext;
import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.HapiContext;
import ca.uhn.hl7v2.model.Segment;
import ca.uhn.hl7v2.model.v251.group.ADT_A39_PATIENT;
import ca.uhn.hl7v2.model.v251.message.ADT_A39;
import ca.uhn.hl7v2.model.v251.segment.MRG;
import ca.uhn.hl7v2.model.v251.segment.PID;
import ca.uhn.hl7v2.parser.CanonicalModelClassFactory;
import ca.uhn.hl7v2.parser.EncodingCharacters;
import ca.uhn.hl7v2.parser.PipeParser;
import ca.uhn.hl7v2.validation.impl.ValidationContextFactory;
import java.util.List;

/**
 * Reads single segments with HAPI, whatever message they are in: the sender's own header often
 * names a structure that does not fit, and HAPI would load the class of that name. Validation is
 * off: its default rules refuse most real messages.
 */
final class Segments {

  private final PipeParser parser;

  Segments() {
    HapiContext context = new DefaultHapiContext(new CanonicalModelClassFactory("2.5.1"));
    context.setValidationContext(ValidationContextFactory.noValidation());
    this.parser = context.getPipeParser();
  }

  /** The segments of that name, as the sender wrote them. */
  static List<String> lines(MessageHeader header, String text, String name) {
    String start = name + header.separator();
    return text.lines().filter(line -> line.startsWith(start)).toList();
  }

  /**
   * Reads a PID segment.
   *
   * @throws InvalidMessageException when HAPI cannot
   */
  PID patient(MessageHeader header, String line) throws InvalidMessageException {
    PID segment = patients().getPID();
    parse(segment, header, line);
    return segment;
  }

  /**
   * Reads an MRG segment.
   *
   * @throws InvalidMessageException when HAPI cannot
   */
  MRG merged(MessageHeader header, String line) throws InvalidMessageException {
    MRG segment = patients().getMRG();
    parse(segment, header, line);
    return segment;
  }

  /** A group of both segments, in a message that knows that nothing is to be validated. */
  private ADT_A39_PATIENT patients() {
    ADT_A39 message = new ADT_A39(parser.getFactory());
    message.setParser(parser);
    return message.getPATIENT();
  }

  private void parse(Segment segment, MessageHeader header, String line)
      throws InvalidMessageException {
    try {
      parser.parse(segment, line, new EncodingCharacters(header.separator(), header.encoding()));
    } catch (HL7Exception | RuntimeException unreadable) {
      // HAPI answers some malformed input with unchecked exceptions; their texts quote the input
      throw new InvalidMessageException(Fault.SYNTAX);
    }
  }
}
