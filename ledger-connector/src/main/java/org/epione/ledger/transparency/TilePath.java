package org.epione.ledger.transparency;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.epione.ledger.merkle.TiledHashes;

/**
 * Names a tile or a bundle of entries below a log's address (C2SP tlog-tiles): {@code
 * tile/L/N[.p/W]}, where L is the level or {@code entries}, N the number in groups of three digits,
 * all but the last behind an x, and W the width if it is below 256.
 *
 * @param level from 0, or -1 for entries
 * @param number of the tile within its level
 * @param width number of hashes or entries, 1 to 256
 */
public record TilePath(int level, long number, int width) {

  private static final int ENTRIES = -1;
  private static final int MAX_LEVEL = 63;
  private static final Pattern FORM =
      Pattern.compile(
          "(entries|0|[1-9][0-9]?)/((?:x[0-9]{3}/){0,5}[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

  /** Reads what follows {@code tile/}; nothing if it names no tile in its one form. */
  public static Optional<TilePath> parse(String path) {
    Matcher matcher = FORM.matcher(path);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int level = matcher.group(1).equals("entries") ? ENTRIES : Integer.parseInt(matcher.group(1));
    long number = Long.parseLong(matcher.group(2).replace("x", "").replace("/", ""));
    int width = matcher.group(3) == null ? TiledHashes.WIDTH : Integer.parseInt(matcher.group(3));
    TilePath tile = new TilePath(level, number, width);
    return level <= MAX_LEVEL && width <= TiledHashes.WIDTH && tile.text().equals(path)
        ? Optional.of(tile)
        : Optional.empty();
  }

  /** Whether it names entries, not hashes. */
  public boolean isEntries() {
    return level == ENTRIES;
  }

  /** The path behind {@code tile/}. */
  public String text() {
    StringBuilder text = new StringBuilder(isEntries() ? "entries" : Integer.toString(level));
    String digits = Long.toString(number);
    digits = "0".repeat((3 - digits.length() % 3) % 3) + digits;
    for (int at = 0; at < digits.length(); at += 3) {
      text.append(at + 3 < digits.length() ? "/x" : "/").append(digits, at, at + 3);
    }
    return width == TiledHashes.WIDTH
        ? text.toString()
        : text.append(String.format(Locale.ROOT, ".p/%d", width)).toString();
  }
}
