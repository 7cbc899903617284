package org.epione.ledger.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.font.PDFont;

/** Breaks text into lines of a width; what the font has no sign for is a question mark. */
final class PdfText {

  private static final float UNITS = 1000;

  private final PDFont font;
  private final Map<Integer, String> signs = new HashMap<>();

  PdfText(PDFont font) {
    this.font = font;
  }

  PDFont font() {
    return font;
  }

  /** Lines of at most {@code width} points at that size; a word that is too long is broken. */
  List<String> wrap(String words, float size, float width) throws IOException {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : shown(words).split(" ", -1)) {
      for (String piece : pieces(word, size, width)) {
        String longer = line.length() == 0 ? piece : line + " " + piece;
        if (line.length() > 0 && widthOf(longer, size) > width) {
          lines.add(line.toString());
          longer = piece;
        }
        line.setLength(0);
        line.append(longer);
      }
    }
    lines.add(line.toString());
    return lines;
  }

  private List<String> pieces(String word, float size, float width) throws IOException {
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    for (int codePoint : word.codePoints().toArray()) {
      String sign = Character.toString(codePoint);
      if (piece.length() > 0 && widthOf(piece + sign, size) > width) {
        pieces.add(piece.toString());
        piece.setLength(0);
      }
      piece.append(sign);
    }
    pieces.add(piece.toString());
    return pieces;
  }

  private float widthOf(String line, float size) throws IOException {
    return font.getStringWidth(line) / UNITS * size;
  }

  private String shown(String words) {
    StringBuilder shown = new StringBuilder();
    words
        .codePoints()
        .forEach(codePoint -> shown.append(signs.computeIfAbsent(codePoint, this::sign)));
    return shown.toString();
  }

  private String sign(int codePoint) {
    String sign = Character.toString(codePoint);
    try {
      font.encode(sign);
      return sign;
    } catch (IllegalArgumentException | IOException noSign) {
      return "?";
    }
  }
}
