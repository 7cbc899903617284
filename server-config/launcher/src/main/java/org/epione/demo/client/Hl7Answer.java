package org.epione.demo.client;

import java.util.Optional;

/**
 * What an HL7 acknowledgement says, read without a library: the receiver's own parser is not what
 * it is checked with.
 *
 * @param code MSA-1: {@code AA}, {@code AE} or {@code AR}
 * @param answers MSA-2: the control id of the message that is answered
 * @param text the whole acknowledgement, segments ended by CR
 */
public record Hl7Answer(String code, String answers, String text) {
  private static final int MSA_CODE = 1;
  private static final int MSA_CONTROL_ID = 2;

  /** Reads an acknowledgement; missing fields are empty. */
  public static Hl7Answer parse(String text) {
    return new Hl7Answer(
        field(text, "MSA", MSA_CODE).orElse(""),
        field(text, "MSA", MSA_CONTROL_ID).orElse(""),
        text);
  }

  /** A field of the first segment of that name; not for MSH, whose numbering differs by one. */
  public Optional<String> field(String segment, int number) {
    return field(text, segment, number);
  }

  private static Optional<String> field(String text, String segment, int number) {
    for (String line : text.split("[\r\n]+", -1)) {
      if (line.startsWith(segment + "|")) {
        String[] fields = line.split("\\|", -1);
        return fields.length > number ? Optional.of(fields[number]) : Optional.empty();
      }
    }
    return Optional.empty();
  }
}
