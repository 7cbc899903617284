package org.epione.opinion.boundary;

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
import org.epione.custody.boundary.KeySession;
import org.epione.custody.boundary.WrongPasswordException;
import org.epione.opinion.control.OpinionAnswering;
import org.epione.opinion.control.VisitDesk;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.team.boundary.SigningView;

/**
 * A doctor's part in teams of other hospitals: questions that name her, and the turns that follow.
 * She stays at home, with her own account and keys; all goes by messages between the hospitals.
 */
@Stateless
@RolesAllowed(Role.Name.DOCTOR)
public class Opinions {

  @EJB private Callers callers;
  @EJB private AccessDecisions access;
  @Inject private OpinionAnswering answering;
  @Inject private VisitDesk desk;

  /** The questions that wait for the caller, the earliest first. */
  public List<OpinionCaseView> asked() {
    return answering.waiting(lister());
  }

  /** The questions that she agreed to and that go on, the earliest first. */
  public List<OpinionCaseView> accepted() {
    return answering.accepted(lister());
  }

  /** Her turns at other hospitals, the most urgent first. */
  public List<VisitEntry> turns() {
    return desk.turns(lister());
  }

  /** How many questions and turns wait for her; tells nothing about patients. */
  public long waiting() {
    Caller caller = callers.current();
    return desk.waiting(caller) + answering.count(caller);
  }

  /**
   * Agrees to give an opinion: the caller signs that for the other hospital's chain.
   *
   * @throws RefusedException EHR-4873 if it is no question to her any more, EHR-4875 if she is not
   *     in good standing
   * @throws WrongPasswordException if the password does not open the keys
   */
  public void accept(String question, char[] password) throws WrongPasswordException {
    answering.accept(doctor(question), question, password);
  }

  /**
   * Declines, or gives up what she had agreed to: she cannot take that back.
   *
   * @throws RefusedException EHR-4873 if it is no question to her any more
   */
  public void decline(String question) {
    answering.decline(doctor(question), question);
  }

  /**
   * Opens her turn: the certificates of the team and all that was signed before are verified, and
   * decrypted in the key session.
   *
   * @throws RefusedException EHR-4873 if there is no such turn any more, EHR-4875 if she is not in
   *     good standing, EHR-3004 without a warrant valid now, EHR-3006 if what was signed before
   *     does not hold, EHR-3007 if the group key is not what the other hospital sealed to her
   */
  public VisitView open(KeySession session, String question) {
    return desk.open(withKeys(session, question), session, question);
  }

  /**
   * Keeps the text and shows exactly what signing it means.
   *
   * @throws RefusedException as {@link #open} does, and EHR-3010 for a text that is blank or too
   *     long
   */
  public SigningView prepare(KeySession session, String question, int step, String text) {
    return desk.prepare(withKeys(session, question), session, question, step, text);
  }

  /**
   * Signs the text that was shown by {@link #prepare}, and no other, and sends it.
   *
   * @param contentDigest from {@link SigningView#contentDigest}
   * @throws WrongPasswordException if the password does not open the keys
   */
  public void sign(
      KeySession session, String question, int step, String contentDigest, char[] password)
      throws WrongPasswordException {
    desk.sign(withKeys(session, question), session, question, step, contentDigest, password);
  }

  /**
   * Sends the turn back to a doctor before, for correction.
   *
   * @param reason for the team alone, under the group key
   */
  public void sendBack(KeySession session, String question, int step, int place, String reason) {
    desk.sendBack(withKeys(session, question), session, question, step, place, reason);
  }

  private Caller lister() {
    Caller caller = callers.current();
    access.require(caller, Act.LIST_EPISODES, Subject.of(caller.accountId(), caller.party()));
    return caller;
  }

  private Caller doctor(String question) {
    Caller caller = callers.current();
    access.require(
        caller, Act.GIVE_OPINION, new Subject(SubjectKind.OPINION, question, caller.party()));
    return caller;
  }

  private Caller withKeys(KeySession session, String question) {
    Caller caller = doctor(question);
    if (!session.account().equals(caller.accountId())) {
      throw new RefusedException(ErrorCode.KEYS_OF_ANOTHER);
    }
    return caller;
  }
}
