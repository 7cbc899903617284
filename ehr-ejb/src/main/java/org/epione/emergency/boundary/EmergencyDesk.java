package org.epione.emergency.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.epione.account.boundary.Callers;
import org.epione.account.boundary.Role;
import org.epione.emergency.control.Confirmation;
import org.epione.emergency.control.EmergencyViews;

/** A second person of the hospital confirms what a doctor asks for in an emergency, or refuses. */
@Stateless
@RolesAllowed({Role.Name.DOCTOR, Role.Name.HOSPITAL_ADMINISTRATOR})
public class EmergencyDesk {

  @EJB private Callers callers;
  @Inject private Confirmation confirmation;
  @Inject private EmergencyViews views;

  /** What colleagues ask for and nobody has decided, newest first. */
  public List<EmergencyView> requests() {
    return views.toConfirm(callers.current());
  }

  /** How many these are. */
  public long waiting() {
    return views.countToConfirm(callers.current());
  }

  /**
   * Confirms, and asks the system manager for its share.
   *
   * @param password the caller's own; wiped by the caller
   * @throws org.epione.platform.error.RefusedException EHR-1003 for an emergency of elsewhere,
   *     EHR-4506 for the own, EHR-1002 for a doctor who is not in good standing, EHR-4507 when it
   *     does not wait any more, EHR-1011 for a wrong password
   */
  public void confirm(String id, char[] password) {
    confirmation.confirm(callers.current(), id, password);
  }

  /**
   * Refuses.
   *
   * @throws org.epione.platform.error.RefusedException as {@link #confirm}
   */
  public void refuse(String id) {
    confirmation.refuse(callers.current(), id);
  }
}
