package org.epione.messaging.hl7;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The header segment, read without HAPI: it must be readable for an answer even where the rest of
 * the message, or the header's own type and version, is not what any library accepts. Fields are
 * the sender's text unchanged, so that they can be echoed with the sender's own separators.
 */
final class MessageHeader {

  private static final String SEGMENT = "MSH";
  private static final String DEFAULT_ENCODING = "^~\\&";

  private final char separator;
  private final List<String> fields;

  private MessageHeader(char separator, List<String> fields) {
    this.separator = separator;
    this.fields = fields;
  }

  /** The header of a message text, or empty where it does not begin with one. */
  static Optional<MessageHeader> of(String text) {
    if (!text.startsWith(SEGMENT) || text.length() < 4) {
      return Optional.empty();
    }
    char separator = text.charAt(3);
    if (Character.isLetterOrDigit(separator) || separator < ' ' || separator == '\u007f') {
      return Optional.empty();
    }
    int end = text.indexOf('\r');
    String line = end < 0 ? text : text.substring(0, end);
    return Optional.of(new MessageHeader(separator, split(line, separator)));
  }

  /** Field separator, MSH-1. */
  char separator() {
    return separator;
  }

  /** MSH-2, or the usual characters where the sender's are missing or unusable. */
  String encoding() {
    String sent = field(2);
    boolean usable =
        sent.length() >= 4
            && sent.length() <= 5
            && sent.chars().distinct().count() == sent.length()
            && sent.indexOf(separator) < 0
            && sent.chars().noneMatch(c -> Character.isLetterOrDigit(c) || c <= ' ');
    return usable ? sent : DEFAULT_ENCODING;
  }

  String sendingApplication() {
    return field(3);
  }

  String sendingFacility() {
    return field(4);
  }

  String receivingApplication() {
    return field(5);
  }

  String receivingFacility() {
    return field(6);
  }

  /** MSH-6 up to its first component separator: the party that the message is for. */
  String hospital() {
    return component(6, 1);
  }

  /** MSH-9.1, for example ADT. */
  String messageCode() {
    return component(9, 1);
  }

  /** MSH-9.2, for example A04. MSH-9.3 is not offered: senders get it wrong. */
  String triggerEvent() {
    return component(9, 2);
  }

  /** MSH-10. */
  String controlId() {
    return field(10);
  }

  String processingId() {
    return field(11);
  }

  String version() {
    return field(12);
  }

  /** MSH-12.1, without the internationalisation code that may follow. */
  String versionNumber() {
    return component(12, 1);
  }

  /** MSH-15, when the sender wants to know that the message was taken. */
  String acceptAcknowledgement() {
    return component(15, 1);
  }

  /** MSH-16, when the sender wants to know what became of it. */
  String applicationAcknowledgement() {
    return component(16, 1);
  }

  /** The first repetition of MSH-18; further ones are alternatives that need escape sequences. */
  String characterSet() {
    String all = field(18);
    int end = all.indexOf(encoding().charAt(1));
    return (end < 0 ? all : all.substring(0, end)).strip();
  }

  /** MSH-18 as sent. */
  String characterSets() {
    return field(18);
  }

  /** A field by its HL7 number, from 2; empty text where it was not sent. */
  private String field(int number) {
    return number - 1 < fields.size() ? fields.get(number - 1) : "";
  }

  private String component(int number, int component) {
    List<String> parts = split(field(number), encoding().charAt(0));
    return component <= parts.size() ? parts.get(component - 1).strip() : "";
  }

  private static List<String> split(String text, char at) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int to = text.indexOf(at); to >= 0; to = text.indexOf(at, from)) {
      parts.add(text.substring(from, to));
      from = to + 1;
    }
    parts.add(text.substring(from));
    return List.copyOf(parts);
  }
}
