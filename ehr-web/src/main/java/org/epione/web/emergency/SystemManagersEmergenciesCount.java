package org.epione.web.emergency;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import org.epione.emergency.boundary.EmergencyCases;
import org.epione.web.shell.WaitingCount;

/** How many emergencies wait for the system manager. */
@RequestScoped
public class SystemManagersEmergenciesCount implements WaitingCount {

  @EJB private EmergencyCases cases;

  @Override
  public String page() {
    return "/system-manager/emergencies";
  }

  @Override
  public long waiting() {
    return cases.waiting();
  }
}
