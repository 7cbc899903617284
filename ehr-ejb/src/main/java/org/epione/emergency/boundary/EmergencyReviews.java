package org.epione.emergency.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.epione.account.boundary.Callers;
import org.epione.account.boundary.Role;
import org.epione.emergency.control.EmergencyViews;
import org.epione.emergency.control.Reviews;

/** The hospital's administrators look at what was done in emergencies, and close each review. */
@Stateless
@RolesAllowed(Role.Name.HOSPITAL_ADMINISTRATOR)
public class EmergencyReviews {

  @EJB private Callers callers;
  @Inject private Reviews reviews;
  @Inject private EmergencyViews views;

  /** The latest, at most 200: those whose review is open first, the oldest of them first. */
  public List<EmergencyView> emergencies() {
    return views.toReview(callers.current());
  }

  /** How many reviews are open. */
  public long open() {
    return views.countToReview(callers.current());
  }

  /**
   * Closes a review. If the access has not ended, this ends it.
   *
   * @param words what was found, at most 2000 bytes; the patient, the system manager and auditors
   *     read it
   * @param password the caller's own; wiped by the caller
   * @throws org.epione.platform.error.RefusedException EHR-1003 for an emergency of elsewhere,
   *     EHR-4507 when it was not opened or is closed, EHR-4506 for who confirmed it, EHR-3012
   *     without words, EHR-1011 for a wrong password
   */
  public void close(String id, boolean justified, String words, char[] password) {
    reviews.close(callers.current(), id, justified, words, password);
  }
}
