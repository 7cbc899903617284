package org.epione.enrolment.control;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Names as they are searched for: small letters without accents, every word after one space, so
 * that "mull" finds Müller and "maria gar" finds García López, Ana María. Cut to 260 characters.
 */
final class SearchName {

  private static final int LENGTH = 260;
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private SearchName() {}

  /** A whole name; begins with a space. */
  static String of(String family, String given) {
    String name = " " + folded(family + " " + given);
    return name.length() > LENGTH ? name.substring(0, LENGTH) : name;
  }

  /** Words without accents, one space between them. */
  static String folded(String text) {
    String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
    String spelled =
        plain
            .replace("ß", "ss")
            .replace('ø', 'o')
            .replace('ł', 'l')
            .replace('Ø', 'O')
            .replace('Ł', 'L');
    return GAPS.matcher(spelled.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
  }
}
