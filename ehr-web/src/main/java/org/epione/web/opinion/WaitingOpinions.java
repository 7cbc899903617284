package org.epione.web.opinion;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import org.epione.opinion.boundary.Opinions;
import org.epione.web.shell.WaitingCount;

/** How many questions and turns of other hospitals wait for the doctor. */
@RequestScoped
public class WaitingOpinions implements WaitingCount {

  @EJB private Opinions opinions;

  @Override
  public String page() {
    return "/doctor/inbox";
  }

  @Override
  public long waiting() {
    return opinions.waiting();
  }
}
