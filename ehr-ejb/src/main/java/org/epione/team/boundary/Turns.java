package org.epione.team.boundary;

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
import org.epione.custody.boundary.KeySession;
import org.epione.custody.boundary.WrongPasswordException;
import org.epione.platform.error.RefusedException;
import org.epione.team.control.PassingOn;
import org.epione.team.control.TurnAccess;
import org.epione.team.control.TurnWork;

/**
 * A doctor's inbox and what is done with a turn in it. A turn is named by episode and step, so that
 * what was decided on an old page is never applied to a newer turn.
 */
@Stateless
@RolesAllowed(Role.Name.DOCTOR)
public class Turns {

  @EJB private Callers callers;
  @EJB private AccessDecisions access;
  @Inject private TurnAccess permitted;
  @Inject private TurnWork work;
  @Inject private PassingOn passing;

  /** The caller's open turns, the most urgent first. */
  public List<TurnEntry> inbox() {
    Caller caller = callers.current();
    access.require(caller, Act.LIST_EPISODES, Subject.of(caller.accountId(), caller.party()));
    return work.inbox(caller);
  }

  /** Teams that went on without the caller in the last 30 days, the latest first. */
  public List<LeftOutView> leftOut() {
    Caller caller = callers.current();
    access.require(caller, Act.LIST_EPISODES, Subject.of(caller.accountId(), caller.party()));
    return work.leftOut(caller);
  }

  /** How many turns wait for the caller; tells nothing about patients. */
  public long waiting() {
    return work.waiting(callers.current());
  }

  /**
   * Opens a turn: all that the doctors before signed is verified and decrypted in the key session.
   *
   * @throws org.epione.platform.error.RefusedException EHR-3003 if it is not the caller's turn,
   *     EHR-3004 without a warrant valid now, EHR-3005 before the briefing has come, EHR-3006 if
   *     what the doctors before signed does not hold
   */
  public TurnView open(KeySession session, String episode) {
    return work.open(permitted.require(Act.READ_TURN, session, episode), session, episode);
  }

  /**
   * Keeps unfinished text, sealed to the doctor's own key.
   *
   * @param version of the draft that this text follows
   * @throws RefusedException EHR-3017 if another version was kept in the meantime; what is kept
   *     stays. EHR-3010 if the text is too long
   */
  public KeptDraft saveDraft(
      KeySession session, String episode, int step, int version, String text) {
    return work.saveDraft(
        permitted.require(Act.WRITE_DIAGNOSIS, session, episode),
        session,
        episode,
        step,
        version,
        text);
  }

  /** The version that is kept now, for who writes in one place only. */
  public int draftVersion(KeySession session, String episode) {
    return work.draftVersion(permitted.require(Act.WRITE_DIAGNOSIS, session, episode), episode);
  }

  /**
   * Keeps the text and shows exactly what signing it means.
   *
   * @throws RefusedException as {@link #saveDraft} does, and EHR-3010 for a blank text
   */
  public SigningView prepare(
      KeySession session, String episode, int step, int version, String text) {
    return work.prepare(
        permitted.require(Act.WRITE_DIAGNOSIS, session, episode),
        session,
        episode,
        step,
        version,
        text);
  }

  /**
   * Signs the text that was shown by {@link #prepare}, and no other, and passes the turn on; the
   * last doctor's signature completes the record.
   *
   * @param contentDigest from {@link SigningView#contentDigest}
   * @throws WrongPasswordException if the password does not open the keys
   */
  public void sign(
      KeySession session, String episode, int step, String contentDigest, char[] password)
      throws WrongPasswordException {
    work.sign(
        permitted.require(Act.WRITE_DIAGNOSIS, session, episode),
        session,
        episode,
        step,
        contentDigest,
        password);
  }

  /**
   * Sends the turn back to a doctor before, for correction: what that doctor and all after have
   * signed is void, and they sign again. When that was done too often, the episode stops instead.
   *
   * @param place to which the turn goes back, before the caller's
   * @param reason for the team alone, under the group key
   */
  public void sendBack(KeySession session, String episode, int step, int place, String reason) {
    work.sendBack(
        permitted.require(Act.RETURN_TURN, session, episode),
        session,
        episode,
        step,
        place,
        reason);
  }

  /** Episodes of which others of the team lack what was written before they came. */
  public List<PassOnEntry> toPassOn() {
    Caller caller = callers.current();
    access.require(caller, Act.LIST_EPISODES, Subject.of(caller.accountId(), caller.party()));
    return passing.due(caller);
  }

  /**
   * Lets the doctors who came into the team later read what was written before.
   *
   * @throws RefusedException EHR-3002 if no turn is open, EHR-3006 if what was signed does not hold
   */
  public void passOn(KeySession session, String episode) {
    passing.passOn(permitted.require(Act.PASS_ON, session, episode), session, episode);
  }
}
