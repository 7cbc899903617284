package org.epione.matching.control;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;

/** Ends searches whose time is over, and pairs what was not paired. */
@Singleton
@PermitAll
public class MatchingUpkeep {

  @Inject private Searches searches;

  /** Looks once a minute; nothing depends on its being on time, since each use checks the end. */
  @Schedule(hour = "*", minute = "*", second = "47", persistent = false)
  public void lookAfter() {
    searches.endOverdue();
    searches.pairAll();
  }
}
