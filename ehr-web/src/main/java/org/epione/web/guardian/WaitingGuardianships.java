package org.epione.web.guardian;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import org.epione.guardian.boundary.MyGuardianships;
import org.epione.sharing.boundary.Consents;
import org.epione.sharing.boundary.StandingConsents;
import org.epione.team.boundary.MyTreatments;
import org.epione.web.shell.WaitingCount;

/** How much waits for somebody who acts, or is to act, for others. */
@RequestScoped
public class WaitingGuardianships implements WaitingCount {
  @EJB private MyGuardianships guardianships;
  @EJB private MyTreatments treatments;
  @EJB private Consents consents;
  @EJB private StandingConsents standing;

  @Override
  public String page() {
    return "/patient/guardian";
  }

  @Override
  public long waiting() {
    return guardianships.waiting()
        + treatments.waitingOfWards()
        + consents.waitingOfWards()
        + standing.waitingOfWards();
  }
}
