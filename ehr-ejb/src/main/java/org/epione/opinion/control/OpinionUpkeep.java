package org.epione.opinion.control;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;

/** Gives up, for doctors who lost their standing at this hospital, what they had agreed to. */
@Singleton
@PermitAll
public class OpinionUpkeep {

  @Inject private OpinionAnswering answering;

  /** Looks once a minute. Each act of a doctor asks for her standing anyway. */
  @Schedule(hour = "*", minute = "*", second = "23", persistent = false)
  public void endWithoutStanding() {
    answering.endWithoutStanding();
  }
}
