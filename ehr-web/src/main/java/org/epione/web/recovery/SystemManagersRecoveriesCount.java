package org.epione.web.recovery;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import org.epione.recovery.boundary.RecoveryCases;
import org.epione.web.shell.WaitingCount;

/** How many lost passwords wait for the system manager. */
@RequestScoped
public class SystemManagersRecoveriesCount implements WaitingCount {

  @EJB private RecoveryCases cases;

  @Override
  public String page() {
    return "/system-manager/recoveries";
  }

  @Override
  public long waiting() {
    return cases.waiting();
  }
}
