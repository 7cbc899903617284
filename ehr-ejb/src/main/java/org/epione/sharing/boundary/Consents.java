package org.epione.sharing.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.epione.access.boundary.AccessDecisions;
import org.epione.access.boundary.Act;
import org.epione.access.boundary.Subject;
import org.epione.access.boundary.SubjectKind;
import org.epione.account.boundary.Caller;
import org.epione.account.boundary.Callers;
import org.epione.account.boundary.Role;
import org.epione.custody.boundary.WrongPasswordException;
import org.epione.ledger.record.RequestId;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.sharing.control.Ids;
import org.epione.sharing.control.InquiryRegister;
import org.epione.sharing.control.InquiryViews;
import org.epione.sharing.control.PatientDecisions;

/**
 * A patient decides who may read her records, sees who did, and takes it back. Each decision is an
 * act of will: the password is needed, the caller wipes it.
 */
@Stateless
@RolesAllowed(Role.Name.PATIENT)
public class Consents {

  @EJB private Callers callers;
  @EJB private AccessDecisions access;
  @Inject private InquiryRegister register;
  @Inject private InquiryViews views;
  @Inject private PatientDecisions decisions;

  /** What waits for her decision, newest first. */
  public List<InquiryView> waiting() {
    return views.waiting(register.of(patientWhoMay().accountId()));
  }

  /** What she decided, newest first, and who read. */
  public List<InquiryView> decided() {
    return views.decided(register.of(patientWhoMay().accountId()));
  }

  /**
   * Lets the doctor read what she asked for, until the day she named.
   *
   * @throws RefusedException EHR-4402 when that day has passed, EHR-4403 when it was decided,
   *     EHR-1011 for a wrong password
   */
  public void consent(String requestId, char[] password) {
    act(requestId, Act.DECIDE_REQUEST, password, decisions::consent);
  }

  /**
   * Refuses.
   *
   * @throws RefusedException EHR-4403 when it was decided, EHR-1011 for a wrong password
   */
  public void refuse(String requestId, char[] password) {
    act(requestId, Act.DECIDE_REQUEST, password, decisions::refuse);
  }

  /**
   * Takes a consent back. It counts at once; what was read before cannot be taken back. Repeating
   * it changes nothing.
   *
   * @throws RefusedException EHR-4403 when there is nothing to take back, EHR-1011 for a wrong
   *     password
   */
  public void withdraw(String requestId, char[] password) {
    act(requestId, Act.WITHDRAW_CONSENT, password, decisions::withdraw);
  }

  @FunctionalInterface
  private interface Decision {
    void by(Caller patient, RequestId request, char[] password) throws WrongPasswordException;
  }

  private void act(String requestId, Act act, char[] password, Decision decision) {
    Caller patient = callers.current();
    RequestId request = Ids.request(requestId);
    access.require(patient, act, new Subject(SubjectKind.REQUEST, request.hex(), patient.party()));
    try {
      decision.by(patient, request, password);
    } catch (WrongPasswordException e) {
      throw new RefusedException(ErrorCode.WRONG_PASSWORD);
    }
  }

  private Caller patientWhoMay() {
    Caller patient = callers.current();
    access.require(patient, Act.READ_CONSENTS, Subject.of(patient.accountId(), patient.party()));
    return patient;
  }
}
