package org.epione.web.session;

import jakarta.annotation.PreDestroy;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Optional;
import org.epione.account.boundary.Missing;
import org.epione.account.boundary.SignIn;
import org.epione.account.boundary.SignedIn;
import org.epione.custody.boundary.KeySession;
import org.epione.party.boundary.Parties;
import org.epione.party.boundary.PartyView;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.jspecify.annotations.Nullable;

/**
 * Who is signed in, for the time of the HTTP session. It holds the handle of the person's open
 * keys, never a key: when the session ends, for whatever reason, the keys are closed.
 */
@Named
@SessionScoped
public class SignedInUser implements Serializable {
  private static final long serialVersionUID = 1L;

  @EJB private transient SignIn signIn;
  @EJB private transient Parties parties;

  // The requests of one session may run at the same time.
  private transient volatile @Nullable SignedIn person;
  private transient volatile @Nullable SignedIn waiting;

  /** Takes over a person who has just proven the password, or all that is asked for. */
  void become(SignedIn signedIn) {
    if (signedIn.missing() == Missing.CODE) {
      forgetWaiting();
      waiting = signedIn;
      return;
    }
    SignedIn before = waiting;
    if (before != null && !before.keys().equals(signedIn.keys())) {
      forgetWaiting();
    }
    waiting = null;
    leave();
    person = signedIn;
  }

  /** Closes the keys of a person who has given the password and not the code. */
  void forgetWaiting() {
    SignedIn leaving = waiting;
    waiting = null;
    if (leaving != null) {
      signIn.signOut(leaving.keys());
    }
  }

  /** Who has given the password here and still owes the code; nobody may act by this. */
  Optional<SignedIn> waiting() {
    return Optional.ofNullable(waiting);
  }

  /** Whether a code is owed here by somebody who has a passkey to use in its place. */
  boolean mayUsePasskey() {
    return waiting().filter(signIn::hasPasskey).isPresent();
  }

  /** What the browser asks an authenticator for then; empty where there is no passkey. */
  Optional<String> beginPasskey() {
    return waiting().flatMap(signIn::beginPasskey);
  }

  /** The person has set up a second factor, which her role may have needed before anything. */
  public void completeEnrolment() {
    person = require().complete();
  }

  /** Closes the keys; the session has nobody afterwards. */
  void leave() {
    SignedIn leaving = person;
    person = null;
    if (leaving != null) {
      signIn.signOut(leaving.keys());
    }
  }

  @PreDestroy
  void sessionEnded() {
    forgetWaiting();
    leave();
  }

  /** Whether the person has to set up a second factor before anything else. */
  public boolean isEnrolling() {
    return person().filter(each -> each.missing() == Missing.ENROLMENT).isPresent();
  }

  public Optional<SignedIn> person() {
    return Optional.ofNullable(person);
  }

  /**
   * The handle of the person's open keys, to hand to boundaries.
   *
   * @throws RefusedException when nobody is signed in
   */
  public KeySession keySession() {
    return require().keys();
  }

  public String getDisplayName() {
    return require().caller().displayName();
  }

  public String getUserName() {
    return require().caller().userName();
  }

  public String getRole() {
    return require().caller().role().name();
  }

  /** The name of the hospital or other party that the person belongs to. */
  public String getPartyName() {
    return parties
        .find(require().caller().party())
        .map(PartyView::displayName)
        .orElseGet(() -> require().caller().party().value());
  }

  private SignedIn require() {
    SignedIn present = person;
    if (present == null) {
      throw new RefusedException(ErrorCode.NOT_SIGNED_IN);
    }
    return present;
  }
}
