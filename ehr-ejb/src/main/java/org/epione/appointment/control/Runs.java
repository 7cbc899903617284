package org.epione.appointment.control;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The runs of this server, in memory only: a run lost with its server is begun again by the
 * browser. A run that waits ends after two minutes, one that was agreed 15 minutes after its last
 * message; of each kind so many are kept, and the one that ends next makes room.
 */
@ApplicationScoped
public class Runs {

  static final Duration CONFIRM_WITHIN = Duration.ofMinutes(2);
  static final Duration IDLE = Duration.ofMinutes(15);
  static final int MOST = 2000;

  @Inject private Clock clock;

  private final Map<String, OpenRun> open = new ConcurrentHashMap<>();
  private final Map<String, AgreedRun> agreed = new ConcurrentHashMap<>();

  /** Keeps a run that waits for its confirmation. */
  void begin(String id, OpenRun run) {
    forget();
    if (open.size() >= MOST) {
      open.entrySet().stream()
          .min(Comparator.comparing(each -> each.getValue().ends()))
          .ifPresent(next -> take(next.getKey()).ifPresent(OpenRun::close));
    }
    open.put(id, run);
  }

  /** The run that waits, which does so no more: a confirmation is taken once. */
  Optional<OpenRun> take(String id) {
    forget();
    return Optional.ofNullable(open.remove(id));
  }

  /** Keeps a run with its key. */
  void agree(String id, AgreedRun run) {
    if (agreed.size() >= MOST) {
      agreed.entrySet().stream()
          .min(Comparator.comparing(each -> each.getValue().ends()))
          .ifPresent(next -> end(next.getKey()));
    }
    agreed.put(id, run);
  }

  /** The run with that key, which now ends later. */
  Optional<AgreedRun> agreed(String id) {
    forget();
    Optional<AgreedRun> run = Optional.ofNullable(agreed.get(id));
    run.ifPresent(used -> used.keepUntil(clock.instant().plus(IDLE)));
    return run;
  }

  /** Forgets a run and its key. */
  void end(String id) {
    take(id).ifPresent(OpenRun::close);
    Optional.ofNullable(agreed.remove(id)).ifPresent(AgreedRun::close);
  }

  Instant endOfWaiting() {
    return clock.instant().plus(CONFIRM_WITHIN);
  }

  Instant endOfIdling() {
    return clock.instant().plus(IDLE);
  }

  private void forget() {
    Instant now = clock.instant();
    open.forEach(
        (id, run) -> {
          if (run.ends().isBefore(now) && open.remove(id, run)) {
            run.close();
          }
        });
    agreed.forEach(
        (id, run) -> {
          if (run.ends().isBefore(now) && agreed.remove(id, run)) {
            run.close();
          }
        });
  }

  @PreDestroy
  void wipe() {
    open.values().forEach(OpenRun::close);
    agreed.values().forEach(AgreedRun::close);
  }

  @Override
  public String toString() {
    return "Runs";
  }
}
