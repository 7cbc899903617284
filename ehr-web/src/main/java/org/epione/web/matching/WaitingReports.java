package org.epione.web.matching;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import org.epione.matching.boundary.ReportedConversations;
import org.epione.web.shell.WaitingCount;

/** How many reported conversations are open. */
@RequestScoped
public class WaitingReports implements WaitingCount {

  @EJB private ReportedConversations reports;

  @Override
  public String page() {
    return "/administrator/conversations";
  }

  @Override
  public long waiting() {
    return reports.waiting();
  }
}
