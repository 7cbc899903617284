package org.epione.web.keychange;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import org.epione.keychange.boundary.MySigningKey;
import org.epione.web.shell.WaitingCount;

/** Whether the doctor's certificate ends soon, or the chain refused her change of the key. */
@RequestScoped
public class EndingCertificate implements WaitingCount {

  @EJB private MySigningKey key;

  @Override
  public String page() {
    return "/doctor/key";
  }

  @Override
  public long waiting() {
    return key.asksForAnAct() ? 1 : 0;
  }
}
