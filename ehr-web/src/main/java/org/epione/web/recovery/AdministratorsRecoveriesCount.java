package org.epione.web.recovery;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import org.epione.recovery.boundary.RecoveryDesk;
import org.epione.web.shell.WaitingCount;

/** How many lost passwords wait for the administrator. */
@RequestScoped
public class AdministratorsRecoveriesCount implements WaitingCount {

  @EJB private RecoveryDesk desk;

  @Override
  public String page() {
    return "/administrator/recoveries";
  }

  @Override
  public long waiting() {
    return desk.waiting();
  }
}
