package org.epione.recovery.control;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;

/** Ends recoveries that were not completed in time: their codes, keys and shares go. */
@Singleton
@PermitAll
public class RecoveryUpkeep {

  @Inject private Requests requests;

  /** Looks once a minute; nothing depends on its being on time, since each use checks the dates. */
  @Schedule(hour = "*", minute = "*", second = "23", persistent = false)
  public void expire() {
    requests.expire();
  }
}
