package org.epione.web.sharing;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import org.epione.sharing.boundary.StandingConsents;
import org.epione.web.shell.WaitingCount;

/** For how many records a patient has to confirm what she allows beforehand. */
@RequestScoped
public class WaitingStandingRules implements WaitingCount {
  @EJB private StandingConsents consents;

  @Override
  public String page() {
    return "/patient/sharing";
  }

  @Override
  public long waiting() {
    return consents.rules().stream().mapToLong(rule -> rule.waiting().size()).sum();
  }
}
