package org.epione.history.control;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;

/** Destroys trapdoors of searches that no cloud answers, and searches that are a day old. */
@Singleton
@PermitAll
public class SearchUpkeep {

  @Inject private SearchDesk desk;

  /** Looks once a minute; what people see does not depend on it. */
  @Schedule(hour = "*", minute = "*", second = "23", persistent = false)
  public void clear() {
    desk.clear();
  }
}
