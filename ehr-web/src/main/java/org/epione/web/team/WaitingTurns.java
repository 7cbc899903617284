package org.epione.web.team;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import org.epione.team.boundary.Turns;
import org.epione.web.shell.WaitingCount;

/** How many turns wait for the doctor. */
@RequestScoped
public class WaitingTurns implements WaitingCount {

  @EJB private Turns turns;

  @Override
  public String page() {
    return "/doctor/inbox";
  }

  @Override
  public long waiting() {
    return turns.waiting();
  }
}
