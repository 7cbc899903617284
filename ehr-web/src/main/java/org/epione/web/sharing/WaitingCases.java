package org.epione.web.sharing;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import org.epione.sharing.boundary.CaseView;
import org.epione.sharing.boundary.ReEncryptionDesk;
import org.epione.web.shell.WaitingCount;

/** How many entries wait for the officer's decision; what was asked together is one. */
@RequestScoped
public class WaitingCases implements WaitingCount {
  @EJB private ReEncryptionDesk desk;

  @Override
  public String page() {
    return "/system-manager/re-encryption";
  }

  @Override
  public long waiting() {
    return desk.cases().stream()
        .filter(each -> each.state().equals("WAITING"))
        .map(CaseView::bundle)
        .distinct()
        .count();
  }
}
