package org.epione.audit.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.epione.audit.boundary.ActivityView;
import org.epione.audit.boundary.ActivityView.Hour;
import org.epione.audit.boundary.ActivityView.Stamp;
import org.epione.ledger.connector.Chains;
import org.epione.ledger.connector.TransparencyLogs;
import org.epione.ledger.connector.store.HourCount;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.PartyCode;

/** How much comes onto a chain, hour by hour. */
@ApplicationScoped
public class Activity {

  static final int HOURS = 72;

  @EJB private Chains chains;
  @EJB private TransparencyLogs logs;
  @Inject private Clock clock;

  /** Of the last days, hours without records included. */
  public ActivityView of(PartyCode hospital) {
    if (chains.summary(hospital.value()).isEmpty()) {
      throw new RefusedException(ErrorCode.CHAIN_UNKNOWN);
    }
    Instant now = clock.instant();
    Instant first = now.truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(HOURS));
    Map<Instant, Long> counted =
        chains.recordsByHour(hospital.value(), first).stream()
            .collect(Collectors.toMap(HourCount::hour, HourCount::records));
    long lastHour =
        chains.recordsByHour(hospital.value(), now.minus(Duration.ofHours(1))).stream()
            .mapToLong(HourCount::records)
            .sum();
    Optional<Stamp> stamp =
        logs.stamp(hospital.value()).map(row -> new Stamp(row.size(), row.time()));
    return new ActivityView(
        now,
        lastHour,
        IntStream.rangeClosed(0, HOURS)
            .mapToObj(hour -> first.plus(Duration.ofHours(hour)))
            .map(begins -> new Hour(begins, counted.getOrDefault(begins, 0L)))
            .toList(),
        stamp);
  }
}
