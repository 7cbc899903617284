package org.epione.platform.time;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.ZoneOffset;

/**
 * The clock of the application: UTC, in whole milliseconds, so that an instant is the same before
 * and after it was encoded, signed or stored.
 */
@ApplicationScoped
public class ClockProducer {

  /** The clock, for injection. */
  @Produces
  public Clock clock() {
    return Clock.tickMillis(ZoneOffset.UTC);
  }
}
