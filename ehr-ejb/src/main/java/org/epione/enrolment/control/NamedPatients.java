package org.epione.enrolment.control;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The patient numbers in an HL7 version 2 message, whatever else is wrong with it: those of PID-2,
 * PID-3 and PID-4, and MRG-1. Read byte for byte, since numbers are ASCII in every character set
 * that such messages use.
 */
final class NamedPatients {

  private static final Pattern LINES = Pattern.compile("[\r\n]+");
  private static final int HEADER = 8;

  private NamedPatients() {}

  static Set<String> in(byte[] content) {
    Set<String> numbers = new HashSet<>();
    String text = new String(content, StandardCharsets.ISO_8859_1);
    int start = text.indexOf("MSH");
    if (start < 0 || text.length() < start + HEADER) {
      return numbers;
    }
    String message = text.substring(start);
    String field = Pattern.quote(message.substring(3, 4));
    String parts = "[" + Pattern.quote(message.substring(4, HEADER)) + "]";
    for (String line : LINES.split(message, -1)) {
      String[] fields = line.split(field, -1);
      if (fields[0].equals("PID")) {
        add(numbers, fields, parts, 2, 4);
      } else if (fields[0].equals("MRG")) {
        add(numbers, fields, parts, 1, 1);
      }
    }
    return numbers;
  }

  private static void add(Set<String> numbers, String[] fields, String parts, int from, int to) {
    for (int i = from; i <= to && i < fields.length; i++) {
      for (String part : fields[i].split(parts, -1)) {
        if (!part.isEmpty()) {
          numbers.add(part);
        }
      }
    }
  }
}
