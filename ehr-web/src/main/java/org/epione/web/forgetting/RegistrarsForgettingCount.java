package org.epione.web.forgetting;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import org.epione.forgetting.boundary.ForgettingDesk;
import org.epione.web.shell.WaitingCount;

/** How many requests to be forgotten wait to be examined. */
@RequestScoped
public class RegistrarsForgettingCount implements WaitingCount {

  @EJB private ForgettingDesk desk;

  @Override
  public String page() {
    return "/registrar/forgetting";
  }

  @Override
  public long waiting() {
    return desk.waiting();
  }
}
