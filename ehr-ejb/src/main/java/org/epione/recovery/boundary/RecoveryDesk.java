package org.epione.recovery.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.epione.account.boundary.Callers;
import org.epione.account.boundary.Role;
import org.epione.recovery.control.Approval;
import org.epione.recovery.control.RecoveryViews;

/**
 * The hospital's counter for lost passwords: whoever works there sees who the person is, and
 * approves or refuses. Administrators see staff only, registrars everybody of the hospital.
 */
@Stateless
@RolesAllowed({Role.Name.REGISTRAR, Role.Name.HOSPITAL_ADMINISTRATOR})
public class RecoveryDesk {

  @EJB private Callers callers;
  @Inject private Approval approval;
  @Inject private RecoveryViews views;

  /** The latest, at most 100, those that can still be decided first. */
  public List<RecoveryView> requests() {
    return views.ofHospital(callers.current());
  }

  /** How many wait for the hospital. */
  public long waiting() {
    return views.waitingAt(callers.current());
  }

  /**
   * Approves, having seen who it is, and asks the system manager for its share.
   *
   * @param reason how the person was identified, at most 2000 bytes; the system manager and
   *     auditors read it
   * @param password the caller's own; wiped by the caller
   * @return the code, which is not shown again
   * @throws org.epione.platform.error.RefusedException EHR-1003 for a recovery of elsewhere,
   *     EHR-1050 for the own, EHR-1048 when it is not asked any more, EHR-1049 without shares,
   *     EHR-3012 without reason, EHR-1011 for a wrong password
   */
  public RecoverySlip approve(String id, String reason, char[] password) {
    return approval.approve(callers.current(), id, reason, password);
  }

  /**
   * Refuses, for example because nobody of the account asked.
   *
   * @throws org.epione.platform.error.RefusedException as {@link #approve}
   */
  public void refuse(String id, String reason) {
    approval.refuse(callers.current(), id, reason);
  }
}
