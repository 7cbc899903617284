package org.epione.web.forgetting;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import org.epione.forgetting.boundary.ForgettingRelease;
import org.epione.web.shell.WaitingCount;

/** How many requests to be forgotten were examined and wait to be released. */
@RequestScoped
public class AdministratorsForgettingCount implements WaitingCount {

  @EJB private ForgettingRelease release;

  @Override
  public String page() {
    return "/administrator/forgetting";
  }

  @Override
  public long waiting() {
    return release.waiting();
  }
}
