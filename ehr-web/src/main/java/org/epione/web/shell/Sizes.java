package org.epione.web.shell;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Locale;

/** Sizes of files as people read them. */
@Named
@ApplicationScoped
public class Sizes {

  private static final String[] UNITS = {"KiB", "MiB", "GiB"};

  /** As bytes below 1024, else with one digit after the point: {@code 3.4 MiB}. */
  public String text(long bytes) {
    if (bytes < 1024) {
      return bytes + " bytes";
    }
    double value = bytes / 1024.0;
    int unit = 0;
    // 1023.95 would be shown as 1024.0.
    while (value >= 1023.95 && unit < UNITS.length - 1) {
      value /= 1024;
      unit++;
    }
    return String.format(Locale.ROOT, "%.1f %s", value, UNITS[unit]);
  }
}
