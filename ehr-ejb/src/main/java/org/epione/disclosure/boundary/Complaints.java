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
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;

/**
 * A patient reports what she finds strange in the list of those who had to do with her records, and
 * a guardian in a minor's; an auditor looks into it and answers. What was reported for a minor is
 * the minor's: each of her guardians sees it, and she does later. Filing, looking and answering are
 * recorded as accesses.
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
    return file(callers.current().accountId(), disclosure, text);
  }

  /**
   * Reports a disclosure of the caller's list, or of that of a minor for whom she acts.
   *
   * @param disclosure its id
   * @param text what is strange about it, 1 to 2,000 characters
   * @throws RefusedException EHR-1002 for anybody else's list, EHR-1003 if it is none of it,
   *     EHR-4630 for the text, EHR-4631 if it was reported before
   */
  public ComplaintView file(AccountId patient, String disclosure, String text) {
    PartyCode hospital = whoMay(patient, Act.FILE_COMPLAINT).party();
    return book.file(patient, hospital, own.get(patient, hospital, disclosure), text);
  }

  /** What the caller reported, newest first. */
  public List<ComplaintView> mine() {
    return of(callers.current().accountId());
  }

  /**
   * What was reported by the caller, or for a minor for whom she acts, newest first.
   *
   * @throws RefusedException EHR-1002 for anybody else's
   */
  public List<ComplaintView> of(AccountId patient) {
    whoMay(patient, Act.READ_DISCLOSURES);
    return book.of(patient);
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

  private Caller whoMay(AccountId patient, Act act) {
    Caller caller = callers.current();
    access.require(caller, act, Subject.of(patient, caller.party()));
    return caller;
  }
}
