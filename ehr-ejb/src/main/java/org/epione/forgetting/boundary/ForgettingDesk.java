package org.epione.forgetting.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.epione.access.boundary.Act;
import org.epione.account.boundary.Callers;
import org.epione.account.boundary.Role;
import org.epione.enrolment.boundary.PatientId;
import org.epione.forgetting.control.Asking;
import org.epione.forgetting.control.Decisions;
import org.epione.forgetting.control.ForgettingViews;

/** The hospital's registrars start and examine that a patient be forgotten. */
@Stateless
@RolesAllowed(Role.Name.REGISTRAR)
public class ForgettingDesk {

  @EJB private Callers callers;
  @Inject private Asking asking;
  @Inject private Decisions decisions;
  @Inject private ForgettingViews views;

  /** The latest, at most 200, those that go on first. */
  public List<ForgettingView> requests() {
    return views.all(callers.current(), Act.EXAMINE_FORGETTING);
  }

  /** How many wait for a registrar. */
  public long waiting() {
    return views.count(callers.current(), ForgettingState.ASKED);
  }

  /**
   * Starts it on a written request of the patient.
   *
   * @param reason which request, and of when; at most 2000 bytes
   * @param password the caller's own; wiped by the caller
   * @throws org.epione.platform.error.RefusedException EHR-1003 for no patient of the hospital,
   *     EHR-4822 when it was asked already, EHR-3012 without reason, EHR-1011 for a wrong password
   */
  public void start(PatientId patient, String reason, char[] password) {
    asking.start(callers.current(), patient, reason, password);
  }

  /**
   * Says that it was examined: who asks, and that nothing speaks against it.
   *
   * @param finding how the person was identified, at most 2000 bytes
   * @param password the caller's own; wiped by the caller
   * @throws org.epione.platform.error.RefusedException EHR-1003 for one of elsewhere, EHR-4823 when
   *     it moved on, EHR-3012 without finding, EHR-1011 for a wrong password
   */
  public void examine(String id, String finding, char[] password) {
    decisions.examine(callers.current(), id, finding, password);
  }

  /**
   * Refuses; the patient reads why.
   *
   * @throws org.epione.platform.error.RefusedException EHR-1003, EHR-4823, EHR-3012 as above
   */
  public void refuse(String id, String words) {
    decisions.refuse(callers.current(), Act.EXAMINE_FORGETTING, id, words);
  }

  /**
   * The certificate, to hand it over.
   *
   * @return a text file in UTF-8
   * @throws org.epione.platform.error.RefusedException EHR-1003 for one of elsewhere, EHR-4831 when
   *     there is none yet
   */
  public byte[] certificate(String id) {
    return views.certificate(callers.current(), Act.EXAMINE_FORGETTING, id);
  }
}
