package org.epione.emergency.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.epione.account.boundary.Callers;
import org.epione.account.boundary.Role;
import org.epione.emergency.control.EmergencyCaseViews;
import org.epione.emergency.control.ShareReleases;

/**
 * The system manager releases its shares, one emergency at a time; auditors look at all of them.
 */
@Stateless
@RolesAllowed(Role.Name.SYSTEM_MANAGER)
public class EmergencyCases {

  @EJB private Callers callers;
  @Inject private ShareReleases releases;
  @Inject private EmergencyCaseViews views;

  /** The latest, at most 500, those that wait first. */
  @RolesAllowed({Role.Name.SYSTEM_MANAGER, Role.Name.AUDITOR})
  public List<EmergencyCaseView> cases() {
    return views.all();
  }

  /** How many wait for the system manager. */
  public long waiting() {
    return views.waiting();
  }

  /**
   * Releases the share for this one emergency, for the time that is set.
   *
   * @param reason at most 2000 bytes; the hospital and auditors read it
   * @param password the caller's own; wiped by the caller
   * @throws org.epione.platform.error.RefusedException EHR-1003 for an unknown emergency, EHR-4507
   *     when it does not wait any more, EHR-4508 without the share, EHR-3012 without reason,
   *     EHR-1011 for a wrong password
   */
  public void release(String id, String reason, char[] password) {
    releases.release(callers.current(), id, reason, password);
  }

  /**
   * Refuses.
   *
   * @throws org.epione.platform.error.RefusedException as {@link #release}
   */
  public void refuse(String id, String reason) {
    releases.refuse(callers.current(), id, reason);
  }
}
