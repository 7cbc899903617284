package org.epione.outbox.boundary;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Message properties as lines of {@code name=value}, sorted by name. */
public final class PropertyText {

  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,63}");

  private PropertyText() {}

  /**
   * The properties as text.
   *
   * @throws IllegalArgumentException when a name is not one, or a value has a control character
   */
  public static String write(Map<String, String> properties) {
    StringBuilder text = new StringBuilder();
    new TreeMap<>(properties)
        .forEach(
            (name, value) -> {
              if (!NAME.matcher(name).matches()
                  || value.chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException("not a message property: " + name);
              }
              text.append(name).append('=').append(value).append('\n');
            });
    return text.toString();
  }

  /** The properties from {@link #write}'s text. */
  public static Map<String, String> read(String text) {
    Map<String, String> properties = new TreeMap<>();
    text.lines()
        .forEach(
            line -> {
              int split = line.indexOf('=');
              properties.put(line.substring(0, split), line.substring(split + 1));
            });
    return properties;
  }
}
