package org.epione.sharing.boundary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.epione.access.boundary.AccessDecisions;
import org.epione.access.boundary.Act;
import org.epione.access.boundary.Subject;
import org.epione.access.boundary.SubjectKind;
import org.epione.account.boundary.Caller;
import org.epione.account.boundary.Callers;
import org.epione.account.boundary.Role;
import org.epione.crypto.transcript.Digest;
import org.epione.custody.boundary.KeySession;
import org.epione.custody.boundary.WrongPasswordException;
import org.epione.guardian.boundary.Guardians;
import org.epione.ledger.record.RequestId;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.AccountId;
import org.epione.sharing.control.AnswerTogether;
import org.epione.sharing.control.FurtherRecords;
import org.epione.sharing.control.Ids;
import org.epione.sharing.control.InquiryRegister;
import org.epione.sharing.control.InquiryViews;
import org.epione.sharing.control.PatientDecisions;

/**
 * A patient decides who may read her records, sees who did, and takes it back; her guardian does
 * the same for a minor. Each decision is an act of will: the password of who decides is needed, the
 * caller wipes it.
 */
@Stateless
@RolesAllowed(Role.Name.PATIENT)
public class Consents {

  @EJB private Callers callers;
  @EJB private AccessDecisions access;
  @EJB private Guardians guardians;
  @Inject private InquiryRegister register;
  @Inject private InquiryViews views;
  @Inject private PatientDecisions decisions;
  @Inject private FurtherRecords further;
  @Inject private AnswerTogether together;

  /** What waits for her decision, newest first. */
  public List<InquiryView> waiting() {
    return waitingOf(callers.current().accountId());
  }

  /**
   * What waits for the decision of the caller, or of a minor for whom she acts, newest first.
   *
   * @throws RefusedException EHR-1002 for anybody else's
   */
  public List<InquiryView> waitingOf(AccountId patient) {
    return views.waiting(register.waiting(whoMay(patient)));
  }

  /** How many wait for the caller's decision for minors for whom she acts. */
  public long waitingOfWards() {
    return guardians.wards(callers.current().accountId()).stream()
        .mapToLong(register::countWaiting)
        .sum();
  }

  /** What she decided, newest first, and who read. */
  public List<InquiryView> decided() {
    return decidedOf(callers.current().accountId());
  }

  /**
   * What was decided by the caller, or for a minor for whom she acts, newest first, and who read.
   *
   * @throws RefusedException EHR-1002 for anybody else's
   */
  public List<InquiryView> decidedOf(AccountId patient) {
    return views.decided(register.of(whoMay(patient)));
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
   * @throws RefusedException EHR-4403 when there is nothing to take back, EHR-4881 to a guardian
   *     where it was an emergency, EHR-1011 for a wrong password
   */
  public void withdraw(String requestId, char[] password) {
    act(requestId, Act.WITHDRAW_CONSENT, password, decisions::withdraw);
  }

  /**
   * Whether the doctor also asks for further records, and which she can offer; empty where it was
   * not asked, or is answered.
   */
  public Optional<FurtherView> further(String bundleId) {
    Caller patient = callers.current();
    return further
        .waiting(whoMay(patient.accountId()), Ids.bundle(bundleId))
        .map(
            question ->
                views.of(
                    question,
                    further.search(question),
                    further.toOffer(question, patient.party())));
  }

  /**
   * Searches the caller's records for the symptom of a question for further records, so that she
   * can offer what is found.
   *
   * @param session the caller's; its keys make the trapdoor
   * @throws RefusedException EHR-1003 where no records with a symptom are asked for, EHR-4861 while
   *     a search goes on, EHR-4862 after ten within a day, EHR-4863 without a finished record
   */
  public void searchFurther(KeySession session, String bundleId) {
    Caller patient = callers.current();
    Digest bundle = Ids.bundle(bundleId);
    access.require(
        patient, Act.SEARCH_OWN_RECORDS, Subject.of(patient.accountId(), patient.party()));
    if (!session.account().equals(patient.accountId())) {
      throw new RefusedException(ErrorCode.KEYS_OF_ANOTHER);
    }
    further.search(session, patient.party(), bundle);
  }

  /**
   * Answers one question for several records: consents to those she allows, refuses the others, and
   * allows beforehand what she offers of further ones, all in one act. Repeating it changes
   * nothing.
   *
   * @throws RefusedException EHR-1004 unless each record is named once, EHR-4402 when the day has
   *     passed, EHR-4403 when one was decided otherwise, EHR-4408 or EHR-4409 when nothing can be
   *     offered to this doctor, EHR-1011 for a wrong password
   */
  public void decideTogether(BundleDecision decision, char[] password) {
    Caller caller = callers.current();
    Digest bundle = Ids.bundle(decision.bundle());
    List<RequestId> allowed = all(caller, Act.DECIDE_REQUEST, decision.allowed());
    List<RequestId> refused = all(caller, Act.DECIDE_REQUEST, decision.refused());
    if (!decision.offered().isEmpty()) {
      access.require(caller, Act.ALLOW_BEFOREHAND, Subject.of(caller.accountId(), caller.party()));
    }
    act(() -> together.decide(caller, bundle, allowed, refused, decision.offered(), password));
  }

  /**
   * Takes back several consents that answered one question, in one act. As {@link #withdraw}.
   *
   * @throws RefusedException EHR-1004 unless each record is named once, EHR-4403 when there is
   *     nothing to take back, EHR-1011 for a wrong password
   */
  public void withdrawTogether(String bundleId, List<String> requestIds, char[] password) {
    Caller caller = callers.current();
    Digest bundle = Ids.bundle(bundleId);
    List<RequestId> requests = all(caller, Act.WITHDRAW_CONSENT, requestIds);
    act(() -> decisions.withdrawTogether(caller, bundle, requests, password));
  }

  @FunctionalInterface
  private interface Decision {
    void by(Caller caller, RequestId request, char[] password) throws WrongPasswordException;
  }

  @FunctionalInterface
  private interface Work {
    void run() throws WrongPasswordException;
  }

  private void act(String requestId, Act act, char[] password, Decision decision) {
    Caller caller = callers.current();
    RequestId request = hers(caller, act, requestId);
    act(() -> decision.by(caller, request, password));
  }

  private static void act(Work work) {
    try {
      work.run();
    } catch (WrongPasswordException e) {
      throw new RefusedException(ErrorCode.WRONG_PASSWORD);
    }
  }

  private List<RequestId> all(Caller caller, Act act, List<String> requestIds) {
    return requestIds.stream().map(each -> hers(caller, act, each)).toList();
  }

  private RequestId hers(Caller caller, Act act, String requestId) {
    RequestId request = Ids.request(requestId);
    access.require(caller, act, new Subject(SubjectKind.REQUEST, request.hex(), caller.party()));
    return request;
  }

  private AccountId whoMay(AccountId patient) {
    Caller caller = callers.current();
    access.require(caller, Act.READ_CONSENTS, Subject.of(patient, caller.party()));
    return patient;
  }
}
