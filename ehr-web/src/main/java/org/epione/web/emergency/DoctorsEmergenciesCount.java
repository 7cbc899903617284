package org.epione.web.emergency;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import org.epione.emergency.boundary.EmergencyDesk;
import org.epione.web.shell.WaitingCount;

/** How many emergencies wait for a colleague to confirm them. */
@RequestScoped
public class DoctorsEmergenciesCount implements WaitingCount {

  @EJB private EmergencyDesk desk;

  @Override
  public String page() {
    return "/doctor/emergency";
  }

  @Override
  public long waiting() {
    return desk.waiting();
  }
}
