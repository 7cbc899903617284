package org.epione.web.disclosure;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import org.epione.disclosure.boundary.Complaints;
import org.epione.web.shell.WaitingCount;

/** How many complaints wait for an auditor's answer. */
@RequestScoped
public class WaitingComplaints implements WaitingCount {

  @EJB private Complaints complaints;

  @Override
  public String page() {
    return "/auditor/complaints";
  }

  @Override
  public long waiting() {
    return complaints.waiting();
  }
}
