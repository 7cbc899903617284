package org.epione.cloud.control;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;

/** Deletes trapdoors of searches that do not come to an end. */
@Singleton
@PermitAll
public class CloudSearchUpkeep {

  @Inject private HeaderSearch searches;

  /** Looks once an hour. */
  @Schedule(hour = "*", minute = "17", persistent = false)
  public void removeAbandoned() {
    searches.removeAbandoned();
  }
}
