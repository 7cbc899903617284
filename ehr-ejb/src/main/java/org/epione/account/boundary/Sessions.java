package org.epione.account.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import org.epione.account.control.AccountEvents;
import org.epione.account.control.OpenSessions;
import org.epione.account.control.SessionRows;
import org.epione.custody.boundary.KeySession;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.AccountId;

/**
 * Where people are signed in. A session that is ended is over with its next request, on another
 * server within a quarter of a minute, and its keys are wiped.
 */
@Stateless
@PermitAll
public class Sessions {

  @EJB private Callers callers;
  @EJB private OpenSessions open;
  @EJB private SessionRows rows;
  @Inject private AccountEvents events;
  @Inject private Instance<SignInObserver> observers;

  /**
   * A person is signed in from now on.
   *
   * @param address that the request came from
   * @param browser what the browser calls itself; what is longer than 256 characters is cut
   */
  public void begin(SignedIn person, String address, String browser) {
    rows.add(open.idOf(person.keys()), person.caller(), address, browser);
    observers.forEach(each -> each.signedIn(person.caller().accountId()));
    open.add(person.keys());
  }

  /** Whether the session goes on; it is used now. */
  public boolean use(KeySession session) {
    return open.use(session);
  }

  /** Where the caller is signed in, the latest first. */
  public List<SessionView> mine(KeySession current) {
    return rows.of(callers.current(), open.idOf(current));
  }

  /**
   * Ends one of the caller's sessions.
   *
   * @throws RefusedException EHR-1003 if it is none of hers, or over
   */
  public void end(String id) {
    AccountId account = callers.current().accountId();
    if (!rows.remove(account, id)) {
      throw new RefusedException(ErrorCode.NOT_FOUND);
    }
    open.close(id);
    events.add(account, AccountEventKind.SESSIONS_ENDED, account);
  }

  /** Ends all of the caller's sessions but this one. */
  public void endOthers(KeySession current) {
    AccountId account = callers.current().accountId();
    closeOthers(account, current);
    events.add(account, AccountEventKind.SESSIONS_ENDED, account);
  }

  /** Closes all sessions of an account. */
  public void closeAll(AccountId account) {
    rows.removeAll(account).forEach(open::close);
  }

  /** Closes all sessions of an account but one. */
  public void closeOthers(AccountId account, KeySession kept) {
    rows.removeOthers(account, open.idOf(kept)).forEach(open::close);
  }
}
