package org.epione.supervision.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.epione.account.boundary.Callers;
import org.epione.account.boundary.Role;
import org.epione.platform.error.RefusedException;
import org.epione.supervision.control.Docket;

/** The system manager examines reports and appeals with the records that they name, and decides. */
@Stateless
@RolesAllowed(Role.Name.SYSTEM_MANAGER)
public class SupervisionDesk {

  @EJB private Callers callers;
  @Inject private Docket docket;

  /** All reports and appeals, those that wait first, else newest first. */
  public List<CaseView> cases() {
    return docket.all();
  }

  /**
   * One of them.
   *
   * @throws RefusedException EHR-1003 if there is none
   */
  public CaseView caseOf(String id) {
    return docket.one(id);
  }

  /**
   * Decides; the decision is recorded on the chain, scores follow, and who is concerned is told the
   * reason.
   *
   * @param reason at most 4,000 bytes; the chain gets a commitment to it
   * @throws RefusedException EHR-1003 if there is no such matter, EHR-4403 if it is decided,
   *     EHR-4701 for the reason, EHR-4704 for an outcome that does not fit
   */
  public CaseView decide(String id, Outcome outcome, String reason) {
    return docket.decide(callers.current().accountId(), id, outcome, reason);
  }
}
