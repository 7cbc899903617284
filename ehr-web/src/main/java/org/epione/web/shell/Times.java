package org.epione.web.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Times as people read them, in the language of the page; all in UTC, which is said. */
@Named
@RequestScoped
public class Times {
  @Inject private FacesContext faces;

  /** Date and time; empty where there is none. */
  public String text(@Nullable Instant instant) {
    return instant == null
        ? ""
        : format(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM), instant)
            + " "
            + unbroken(format(DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT), instant))
            + unbroken(" UTC");
  }

  /** The day; empty where there is none. */
  public String day(@Nullable Instant instant) {
    return instant == null
        ? ""
        : format(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM), instant);
  }

  private String format(DateTimeFormatter form, Instant instant) {
    return form.withLocale(faces.getViewRoot().getLocale())
        .withZone(ZoneOffset.UTC)
        .format(instant);
  }

  private static String unbroken(String text) {
    return text.replace(' ', '\u00a0');
  }

  /** Date and time; empty where there is none. */
  public String maybe(Optional<Instant> instant) {
    return text(instant.orElse(null));
  }
}
