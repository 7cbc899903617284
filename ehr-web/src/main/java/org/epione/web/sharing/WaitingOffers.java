package org.epione.web.sharing;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import org.epione.sharing.boundary.RecordRequests;
import org.epione.web.shell.WaitingCount;

/** How many answers of patients offer records that the doctor has not asked for. */
@RequestScoped
public class WaitingOffers implements WaitingCount {
  @EJB private RecordRequests requests;

  @Override
  public String page() {
    return "/doctor/requests";
  }

  @Override
  public long waiting() {
    return requests.offered().size();
  }
}
