package org.epione.web.operations;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import org.epione.deadletter.boundary.DeadLetters;
import org.epione.web.shell.WaitingCount;

/** How many failed messages wait for a hospital's administrator. */
@RequestScoped
public class FailedMessagesCount implements WaitingCount {

  @EJB private DeadLetters letters;

  @Override
  public String page() {
    return "/administrator/messages";
  }

  @Override
  public long waiting() {
    return letters.waiting();
  }
}
