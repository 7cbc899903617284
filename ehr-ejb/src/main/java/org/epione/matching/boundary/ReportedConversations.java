package org.epione.matching.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.epione.access.boundary.AccessDecisions;
import org.epione.access.boundary.Act;
import org.epione.access.boundary.Subject;
import org.epione.account.boundary.Caller;
import org.epione.account.boundary.Callers;
import org.epione.account.boundary.Role;
import org.epione.matching.control.ReportBook;

/** A hospital's administrator looks into what its patients reported. Looking is recorded. */
@Stateless
@RolesAllowed(Role.Name.HOSPITAL_ADMINISTRATOR)
public class ReportedConversations {

  @EJB private Callers callers;
  @EJB private AccessDecisions access;
  @Inject private ReportBook book;

  /** All of the hospital, newest first. */
  public List<ReportView> all() {
    return book.of(administrator().party());
  }

  /** How many are open. */
  public long waiting() {
    return book.waiting(callers.current().party());
  }

  /**
   * What was written, oldest first.
   *
   * @throws org.epione.platform.error.RefusedException EHR-1003 if there is no such report
   */
  public List<ReportedMessage> read(String id) {
    return book.read(administrator().party(), id);
  }

  /**
   * Closes one.
   *
   * @param note what was found and done, 1 to 2,000 characters
   * @throws org.epione.platform.error.RefusedException EHR-3413 for the note, EHR-3407 if it is
   *     closed
   */
  public ReportView close(String id, String note) {
    return book.close(administrator(), id, note);
  }

  private Caller administrator() {
    Caller administrator = callers.current();
    access.require(
        administrator, Act.READ_REPORTED_CONVERSATION, Subject.of(administrator.party()));
    return administrator;
  }
}
