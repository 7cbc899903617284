package org.epione.web.sharing;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import org.epione.sharing.boundary.Consents;
import org.epione.web.shell.WaitingCount;

/** How many requests wait for the patient's decision. */
@RequestScoped
public class WaitingConsents implements WaitingCount {
  @EJB private Consents consents;

  @Override
  public String page() {
    return "/patient/requests";
  }

  @Override
  public long waiting() {
    return consents.waiting().size();
  }
}
