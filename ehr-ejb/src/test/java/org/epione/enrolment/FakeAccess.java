package org.epione.enrolment;

import java.util.ArrayList;
import java.util.List;
import org.epione.access.boundary.AccessDecisions;
import org.epione.access.boundary.Act;
import org.epione.access.boundary.Decision;
import org.epione.access.boundary.Subject;
import org.epione.account.boundary.Caller;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;

/** Permits what stays within the caller's party, and notes what was asked. */
public final class FakeAccess extends AccessDecisions {

  /** What was asked, in order. */
  public final List<Act> asked = new ArrayList<>();

  @Override
  public Decision decide(Caller caller, Act act, Subject subject) {
    asked.add(act);
    return subject.party().equals(caller.party()) ? Decision.PERMIT : Decision.DENY;
  }

  @Override
  public void require(Caller caller, Act act, Subject subject) {
    if (decide(caller, act, subject) == Decision.DENY) {
      throw new RefusedException(ErrorCode.ACCESS_DENIED);
    }
  }
}
