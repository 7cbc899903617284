package org.epione.web.session;

import jakarta.annotation.PreDestroy;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Optional;
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

  /** Takes over a person who has just proven the password. */
  void become(SignedIn signedIn) {
    leave();
    person = signedIn;
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
    leave();
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
