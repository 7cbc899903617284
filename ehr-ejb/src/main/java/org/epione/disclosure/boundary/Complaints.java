package org.epione.disclosure.boundary;

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
import org.epione.disclosure.control.ComplaintBook;
import org.epione.disclosure.control.OwnDisclosures;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;

/**
 * A patient reports what she finds strange in the list of those who had to do with her records; an
 * auditor looks into it and answers. Filing, looking and answering are recorded as accesses.
 */
@Stateless
@RolesAllowed(Role.Name.PATIENT)
public class Complaints {

  @EJB private Callers callers;
  @EJB private AccessDecisions access;
  @Inject private OwnDisclosures own;
  @Inject private ComplaintBook book;

  /**
   * Reports a disclosure of the caller's own list.
   *
   * @param disclosure its id
   * @param text what is strange about it, 1 to 2,000 characters
   * @throws RefusedException EHR-1003 if it is none of hers, EHR-4630 for the text, EHR-4631 if it
   *     was reported before
   */
  public ComplaintView file(String disclosure, String text) {
    Caller patient = patientWhoMay(Act.FILE_COMPLAINT);
    return book.file(patient, own.get(patient, disclosure), text);
  }

  /** What the caller reported, newest first. */
  public List<ComplaintView> mine() {
    return book.of(patientWhoMay(Act.READ_DISCLOSURES).accountId());
  }

  /** All complaints, those without an answer first, else newest first. */
  @RolesAllowed(Role.Name.AUDITOR)
  public List<ComplaintView> all() {
    auditorWhoMay();
    return book.all();
  }

  /** How many have no answer. */
  @RolesAllowed(Role.Name.AUDITOR)
  public long waiting() {
    return book.waiting();
  }

  /**
   * Answers; the patient sees it.
   *
   * @param text 1 to 2,000 characters
   * @throws RefusedException EHR-1003 if there is no such complaint, EHR-4403 if it was answered,
   *     EHR-4630 for the text
   */
  @RolesAllowed(Role.Name.AUDITOR)
  public ComplaintView answer(String id, ComplaintOutcome outcome, String text) {
    Caller auditor = auditorWhoMay();
    return book.find(id)
        .map(each -> book.answer(auditor.accountId(), each, outcome, text))
        .orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND));
  }

  private Caller auditorWhoMay() {
    Caller auditor = callers.current();
    access.require(auditor, Act.ANSWER_COMPLAINT, Subject.of(auditor.party()));
    return auditor;
  }

  private Caller patientWhoMay(Act act) {
    Caller patient = callers.current();
    access.require(patient, act, Subject.of(patient.accountId(), patient.party()));
    return patient;
  }
}
