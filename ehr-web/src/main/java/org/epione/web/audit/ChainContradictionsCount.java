package org.epione.web.audit;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import org.epione.audit.boundary.Contradictions;
import org.epione.web.shell.WaitingCount;

/**
 * How many logs are not cosigned any more, because they contradicted themselves, for an auditor.
 */
@RequestScoped
public class ChainContradictionsCount implements WaitingCount {

  @EJB private Contradictions contradictions;

  @Override
  public String page() {
    return "/auditor/chains";
  }

  @Override
  public long waiting() {
    return contradictions.suspended();
  }
}
