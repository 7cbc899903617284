package org.epione.web.matching;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import org.epione.matching.boundary.SymptomMatch;
import org.epione.web.shell.WaitingCount;

/** In how many of the patient's conversations something is new. */
@RequestScoped
public class WaitingConversations implements WaitingCount {

  @EJB private SymptomMatch matching;

  @Override
  public String page() {
    return "/patient/matching";
  }

  @Override
  public long waiting() {
    return matching.waiting();
  }
}
