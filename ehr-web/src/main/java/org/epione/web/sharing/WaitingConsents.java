package org.epione.web.sharing;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import org.epione.sharing.boundary.Consents;
import org.epione.web.shell.WaitingCount;

/** How many questions wait for the patient's decision; what was asked together is one. */
@RequestScoped
public class WaitingConsents implements WaitingCount {
  @EJB private Consents consents;

  @Override
  public String page() {
    return "/patient/requests";
  }

  @Override
  public long waiting() {
    return consents.waiting().stream()
        .map(each -> each.bundle().orElse(each.id()))
        .distinct()
        .count();
  }
}
