package org.epione.web.emergency;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import org.epione.emergency.boundary.EmergencyDesk;
import org.epione.emergency.boundary.EmergencyReviews;
import org.epione.web.shell.WaitingCount;

/** How many emergencies wait to be confirmed, or to be reviewed. */
@RequestScoped
public class AdministratorsEmergenciesCount implements WaitingCount {

  @EJB private EmergencyDesk desk;
  @EJB private EmergencyReviews reviews;

  @Override
  public String page() {
    return "/administrator/emergencies";
  }

  @Override
  public long waiting() {
    return desk.waiting() + reviews.open();
  }
}
