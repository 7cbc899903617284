package org.epione.web.supervision;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import org.epione.supervision.boundary.CaseState;
import org.epione.supervision.boundary.SupervisionDesk;
import org.epione.web.shell.WaitingCount;

/** How many reports and appeals wait for the officer's decision. */
@RequestScoped
public class WaitingMatters implements WaitingCount {

  @EJB private SupervisionDesk desk;

  @Override
  public String page() {
    return "/system-manager/supervision";
  }

  @Override
  public long waiting() {
    return desk.cases().stream().filter(each -> each.state() == CaseState.WAITING).count();
  }
}
