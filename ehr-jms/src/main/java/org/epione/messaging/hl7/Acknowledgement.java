package org.epione.messaging.hl7;

import java.nio.charset.Charset;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * Writes an acknowledgement: MSH, MSA and, where something is wrong, ERR, with the sender's own
 * separators, version, processing id, character set and trigger event, and the sender's MSH-10 in
 * MSA-2.
 *
 * @param controlId MSH-10 of the answer, unique over all answers of this system
 * @param time MSH-7 of the answer
 * @param charset what the answer is encoded in: the sender's
 */
record Acknowledgement(String controlId, Instant time, Charset charset) {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss.SSSxx", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** An answer to a message whose header could be read. */
  byte[] to(MessageHeader header, AcknowledgementCode code, Optional<Fault> fault) {
    char field = header.separator();
    char component = header.encoding().charAt(0);
    boolean enhanced = AcknowledgementWish.of(header).enhanced();
    StringBuilder text = new StringBuilder(256);
    append(
        text,
        field,
        "MSH",
        header.encoding(),
        header.receivingApplication(),
        header.receivingFacility(),
        header.sendingApplication(),
        header.sendingFacility(),
        TIME.format(time),
        "",
        type(header, component),
        controlId,
        header.processingId(),
        header.version(),
        "",
        "",
        // an acknowledgement is not acknowledged itself
        enhanced ? "NE" : "",
        enhanced ? "NE" : "",
        "",
        header.characterSets());
    append(
        text,
        field,
        "MSA",
        code.name(),
        header.controlId(),
        fault.map(Fault::explanation).orElse(""));
    fault.ifPresent(f -> appendError(text, header, f));
    return text.toString().getBytes(charset);
  }

  /** An answer to something that has no header: all fields that would be echoed stay empty. */
  byte[] toUnreadable(Fault fault) {
    MessageHeader none =
        MessageHeader.of("MSH|^~\\&|||EPIONE||||||P|2.5.1")
            .orElseThrow(() -> new IllegalStateException("a constant header"));
    return to(none, AcknowledgementCode.AR, Optional.of(fault));
  }

  /** ACK alone before 2.3, with the event from 2.3, and with the structure from 2.4. */
  private static String type(MessageHeader header, char component) {
    String event = header.triggerEvent();
    int minor = minor(header);
    if (minor < 3 || event.isEmpty()) {
      return "ACK";
    }
    return minor < 4 ? "ACK" + component + event : "ACK" + component + event + component + "ACK";
  }

  /** ERR-1 before 2.5, ERR-2 to ERR-8 from 2.5. */
  private static void appendError(StringBuilder text, MessageHeader header, Fault fault) {
    char component = header.encoding().charAt(0);
    char sub = header.encoding().charAt(3);
    String field = fault.field() == 0 ? "" : String.valueOf(fault.field());
    String at = fault.segment() + component + "1" + (field.isEmpty() ? "" : component + field);
    if (minor(header) < 5) {
      String place = fault.segment() + component + "1" + component + field + component;
      append(
          text,
          header.separator(),
          "ERR",
          place + fault.condition() + sub + fault.explanation() + sub + "HL70357");
      return;
    }
    String condition = fault.condition() + component + fault.explanation() + component + "HL70357";
    append(
        text,
        header.separator(),
        "ERR",
        "",
        at,
        condition,
        "E",
        fault.code(),
        "",
        "",
        fault.explanation());
  }

  /** The minor number of version 2; the current one where the sender names none. */
  private static int minor(MessageHeader header) {
    String number = header.versionNumber();
    return number.length() > 2 && number.startsWith("2.") && Character.isDigit(number.charAt(2))
        ? number.charAt(2) - '0'
        : 5;
  }

  private static void append(StringBuilder text, char separator, String... fields) {
    int last = fields.length;
    while (fields[last - 1].isEmpty()) {
      last--;
    }
    for (int i = 0; i < last; i++) {
      text.append(i == 0 ? "" : String.valueOf(separator)).append(fields[i]);
    }
    text.append('\r');
  }
}
