package org.epione.messaging.hl7;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The names of HL7 table 0211, and the other spellings that senders use, as character sets. */
final class CharacterSet {

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("UNICODE UTF-8", "UTF-8"),
          Map.entry("UNICODE", "UTF-8"),
          Map.entry("UTF-8", "UTF-8"),
          Map.entry("UTF8", "UTF-8"),
          Map.entry("GB 18030-2000", "GB18030"),
          Map.entry("BIG-5", "Big5"),
          Map.entry("KS X 1001", "EUC-KR"),
          Map.entry("WINDOWS-1252", "windows-1252"),
          Map.entry("CP1252", "windows-1252"));

  private CharacterSet() {}

  /** Whether the name says ASCII, which senders also write over other bytes. */
  static boolean isAscii(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    return upper.equals("ASCII") || upper.equals("US-ASCII") || upper.equals("ISO IR6");
  }

  /** The character set of a name, or empty where the name is unknown or this runtime lacks it. */
  static Optional<Charset> named(String name) {
    String upper = name.toUpperCase(Locale.ROOT).strip();
    if (isAscii(upper)) {
      return Optional.of(StandardCharsets.US_ASCII);
    }
    String java = NAMES.get(upper);
    if (java == null && upper.matches("(ISO[- ]?)?8859[-/]\\d{1,2}")) {
      java = "ISO-8859-" + upper.substring(upper.lastIndexOf("8859") + 5);
    }
    return java != null && Charset.isSupported(java)
        ? Optional.of(Charset.forName(java))
        : Optional.empty();
  }
}
