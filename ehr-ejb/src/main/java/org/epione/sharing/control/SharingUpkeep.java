package org.epione.sharing.control;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Removes what is kept for a time only: keys of grants that are over, also of those made ahead,
 * re-encrypted records, and offers of which none can be asked for any more.
 */
@Singleton
@PermitAll
public class SharingUpkeep {

  /** A piece of an attachment that has not come by then was asked for again. */
  private static final Duration FORGOTTEN = Duration.ofDays(1);

  @Inject private CaseRegister cases;
  @Inject private RequestRegister requests;
  @Inject private StandingRules rules;
  @Inject private Clock clock;

  /** Looks once a minute; nothing depends on its being on time, since each use checks the dates. */
  @Schedule(hour = "*", minute = "*", second = "41", persistent = false)
  public void removeWhatIsOver() {
    Instant now = clock.instant();
    cases.over(now).forEach(each -> each.destroyKeys());
    rules.removeWhatIsOver(now);
    cases.removePieces(now.minus(FORGOTTEN));
    requests.overdue(now).forEach(each -> each.close(now));
    requests.removeOldOffers(now);
  }
}
