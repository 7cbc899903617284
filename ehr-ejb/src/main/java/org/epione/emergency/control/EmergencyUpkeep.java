package org.epione.emergency.control;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import org.epione.emergency.boundary.EmergencyState;

/** Ends emergencies that nobody decided in time: their keys and signed requests go. */
@Singleton
@PermitAll
public class EmergencyUpkeep {

  @Inject private EmergencyRegister register;
  @Inject private EmergencyTimes times;

  /** Looks once a minute; nothing depends on its being on time, since each use checks the dates. */
  @Schedule(hour = "*", minute = "*", second = "29", persistent = false)
  public void expire() {
    register
        .overdue(times.now())
        .forEach(each -> register.end(each, EmergencyState.EXPIRED, times.now()));
  }
}
