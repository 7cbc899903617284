package org.epione.team.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.epione.access.boundary.AccessDecisions;
import org.epione.access.boundary.Act;
import org.epione.access.boundary.Decision;
import org.epione.access.boundary.Subject;
import org.epione.access.boundary.SubjectKind;
import org.epione.account.boundary.Caller;
import org.epione.account.boundary.Callers;
import org.epione.custody.boundary.KeySession;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;

/** Decides on what a doctor does with a turn, and says why not. */
@ApplicationScoped
public class TurnAccess {

  @EJB private Callers callers;
  @EJB private AccessDecisions access;
  @Inject private TurnWork work;

  /** The caller, whose keys these are, if she may do this in the episode. */
  public Caller require(Act act, KeySession session, String episode) {
    Caller caller = callers.current();
    if (!session.account().equals(caller.accountId())) {
      throw new RefusedException(ErrorCode.KEYS_OF_ANOTHER);
    }
    Subject subject = new Subject(SubjectKind.EPISODE, episode, caller.party());
    if (access.decide(caller, act, subject) == Decision.DENY) {
      // A doctor of the team knows of the episode: what she lacks is the turn.
      throw new RefusedException(
          work.isOfTeam(caller, episode)
              ? ErrorCode.NOT_YOUR_TURN
              : work.isLeftOut(caller, episode) ? ErrorCode.LEFT_OUT : ErrorCode.ACCESS_DENIED);
    }
    return caller;
  }
}
