package org.epione.forgetting.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.epione.access.boundary.Act;
import org.epione.account.boundary.Callers;
import org.epione.account.boundary.Role;
import org.epione.forgetting.control.Decisions;
import org.epione.forgetting.control.ForgettingViews;
import org.epione.forgetting.control.Holds;

/** The hospital's administrators release that a patient be forgotten, and hold data. */
@Stateless
@RolesAllowed(Role.Name.HOSPITAL_ADMINISTRATOR)
public class ForgettingRelease {

  @EJB private Callers callers;
  @Inject private Decisions decisions;
  @Inject private Holds holds;
  @Inject private ForgettingViews views;

  /** The latest, at most 200, those that go on first. */
  public List<ForgettingView> requests() {
    return views.all(callers.current(), Act.RELEASE_FORGETTING);
  }

  /** How many were examined and wait for an administrator. */
  public long waiting() {
    return views.count(callers.current(), ForgettingState.EXAMINED);
  }

  /**
   * Lets it be destroyed. It cannot be undone.
   *
   * @param words for the file, at most 2000 bytes
   * @param password the caller's own; wiped by the caller
   * @throws org.epione.platform.error.RefusedException EHR-1003 for one of elsewhere, EHR-4823 when
   *     nobody examined it or it moved on, EHR-4824 for who had a hand in it, EHR-4826 under a
   *     legal hold, EHR-4825 before its time, EHR-4827 while a treatment goes on, EHR-4828 while an
   *     emergency or its review is open, EHR-3012 without words, EHR-1011 for a wrong password
   */
  public void release(String id, String words, char[] password) {
    decisions.release(callers.current(), id, words, password);
  }

  /**
   * Refuses; the patient reads why.
   *
   * @throws org.epione.platform.error.RefusedException EHR-1003, EHR-4823, EHR-3012 as above
   */
  public void refuse(String id, String words) {
    decisions.refuse(callers.current(), Act.RELEASE_FORGETTING, id, words);
  }

  /** The hospital's legal holds, the latest first, at most 200. */
  public List<LegalHoldView> holds() {
    return views.holds(callers.current());
  }

  /**
   * Holds a patient's data: she is not forgotten until it is lifted or has ended.
   *
   * @param number hers with the hospital
   * @param reason which proceeding, at most 2000 bytes
   * @param until at most ten years from now
   * @param password the caller's own; wiped by the caller
   * @throws org.epione.platform.error.RefusedException EHR-1003 for no such patient, EHR-4830 for
   *     another date, EHR-4829 when she is being forgotten, EHR-3012 without reason, EHR-1011 for a
   *     wrong password
   */
  public void hold(String number, String reason, Instant until, char[] password) {
    holds.set(callers.current(), number, reason, until, password);
  }

  /**
   * Lifts a hold; again, it changes nothing.
   *
   * @throws org.epione.platform.error.RefusedException EHR-1003 for one of elsewhere, EHR-1011 for
   *     a wrong password
   */
  public void lift(String id, char[] password) {
    holds.lift(callers.current(), id, password);
  }

  /**
   * The certificate, to hand it over.
   *
   * @return a text file in UTF-8
   * @throws org.epione.platform.error.RefusedException EHR-1003 for one of elsewhere, EHR-4831 when
   *     there is none yet
   */
  public byte[] certificate(String id) {
    return views.certificate(callers.current(), Act.RELEASE_FORGETTING, id);
  }
}
