package org.epione.web.team;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import org.epione.team.boundary.EpisodeDesk;
import org.epione.web.shell.WaitingCount;

/** How many episodes wait for the registrar because they lost a doctor to expulsion. */
@RequestScoped
public class WaitingFollowUps implements WaitingCount {

  @EJB private EpisodeDesk desk;

  @Override
  public String page() {
    return "/registrar/episodes";
  }

  @Override
  public long waiting() {
    return desk.needingFollowUp();
  }
}
