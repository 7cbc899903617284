package org.epione.web.team;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import org.epione.team.boundary.MyTreatments;
import org.epione.web.shell.WaitingCount;

/** How many teams wait for the patient's warrants. */
@RequestScoped
public class WaitingWarrants implements WaitingCount {

  @EJB private MyTreatments treatments;

  @Override
  public String page() {
    return "/patient/requests";
  }

  @Override
  public long waiting() {
    return treatments.waiting();
  }
}
