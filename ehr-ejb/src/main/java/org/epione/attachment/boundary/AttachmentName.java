package org.epione.attachment.boundary;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Names of attached files. What a browser or client sends is hostile input: paths, control
 * characters, characters that turn the direction of text round, other endings than the content, no
 * end. A safe name is one line without any of these, and saving it under that name harms nobody.
 */
public final class AttachmentName {

  /** Longest name without its ending, in characters. */
  public static final int MAX_STEM = 100;

  /** Longest name in bytes of UTF-8. */
  public static final int MAX_BYTES = 4 * MAX_STEM + 8;

  private static final int MAX_RAW = 4096;
  private static final String NAMELESS = "attachment";
  private static final String FORBIDDEN = "<>:\"|?*";
  private static final Pattern DEVICE =
      Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");

  private AttachmentName() {}

  /** What is left of a name, with the ending of the kind; something always is. */
  public static String safe(String raw, AttachmentKind kind) {
    String stem = shortened(trimmed(withoutEnding(line(raw), kind)), MAX_STEM);
    if (stem.isEmpty()) {
      stem = NAMELESS;
    }
    if (DEVICE.matcher(stem).matches()) {
      stem = shortened('_' + stem, MAX_STEM);
    }
    return stem + '.' + kind.extensions().get(0);
  }

  /** What can be shown of a name before the kind is known. */
  public static String safe(String raw) {
    String line = shortened(line(raw), MAX_STEM);
    return line.isEmpty() ? NAMELESS : line;
  }

  /** The last part of a path, on one line. */
  private static String line(String raw) {
    String last = raw.substring(1 + Math.max(raw.lastIndexOf('/'), raw.lastIndexOf('\\')));
    return trimmed(
        Normalizer.normalize(
            last.substring(Math.max(0, last.length() - MAX_RAW))
                .codePoints()
                .map(each -> isPrintable(each) ? each : ' ')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append),
            Normalizer.Form.NFC));
  }

  private static String shortened(String name, int most) {
    return name.codePointCount(0, name.length()) <= most
        ? name
        : trimmed(name.substring(0, name.offsetByCodePoints(0, most)));
  }

  private static boolean isPrintable(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> FORBIDDEN.indexOf(character) < 0;
    };
  }

  private static String withoutEnding(String name, AttachmentKind kind) {
    String lower = name.toLowerCase(Locale.ROOT);
    return kind.extensions().stream()
        .filter(ending -> lower.length() == name.length() && lower.endsWith('.' + ending))
        .findFirst()
        .map(ending -> name.substring(0, name.length() - ending.length() - 1))
        .orElse(name);
  }

  /** One space between words, no space or dot at either end. */
  private static String trimmed(String name) {
    return name.replaceAll("[\\s\\p{Z}]+", " ").replaceAll("^[ .]+|[ .]+$", "");
  }
}
