package org.epione.guardian.control;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;

/** Ends guardianships whose time is over: the keys that were wrapped for the guardians go. */
@Singleton
@PermitAll
public class GuardianUpkeep {

  @Inject private Expiry expiry;

  /** Looks once a minute; nothing depends on its being on time, since each use checks the dates. */
  @Schedule(hour = "*", minute = "*", second = "37", persistent = false)
  public void expire() {
    expiry.endOver();
  }
}
