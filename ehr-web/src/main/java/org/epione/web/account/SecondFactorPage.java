package org.epione.web.account;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.function.BiConsumer;
import org.epione.account.boundary.AccountEventView;
import org.epione.account.boundary.Enrolment;
import org.epione.account.boundary.SecondFactor;
import org.epione.account.boundary.SecondFactorView;
import org.epione.platform.error.RefusedException;
import org.epione.web.error.PageMessages;
import org.epione.web.session.SignedInUser;
import org.epione.web.shell.Texts;
import org.jspecify.annotations.Nullable;

/** A person sets up her second factor, has other recovery codes, and switches it off. */
@Named("secondFactorPage")
@ViewScoped
public class SecondFactorPage implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final String BUNDLE = "accountText";

  @EJB private transient SecondFactor factor;
  @Inject private transient SignedInUser user;
  @Inject private transient Texts texts;

  private boolean enrolling;
  private final Proof proof = new Proof();
  private transient @Nullable Enrolment enrolment;
  private transient @Nullable List<String> recoveryCodes;
  private transient @Nullable SecondFactorView state;

  @PostConstruct
  void open() {
    enrolling = user.isEnrolling();
  }

  /**
   * Whether the person was made to come here when the page opened. It stays as it was until she
   * leaves: a page whose frame changed while it answers would lose what it has to show.
   */
  public boolean isEnrolling() {
    return enrolling;
  }

  /** Shows a new key. */
  public void begin() {
    act(
        (password, code) -> {
          recoveryCodes = null;
          enrolment = factor.begin(password);
        });
  }

  /** Takes the first code of the new key. */
  public void confirm() {
    try {
      recoveryCodes = factor.confirm(proof.typedCode());
      enrolment = null;
      user.completeEnrolment();
      PageMessages.done(texts.get(BUNDLE, "factor.on"), "");
    } catch (RefusedException refusal) {
      PageMessages.refused(refusal);
    }
    proof.forget();
    lookAgain();
  }

  /** Shows other recovery codes. */
  public void renew() {
    act((password, code) -> recoveryCodes = factor.renewRecoveryCodes(password, code));
  }

  /** Switches it off. */
  public void remove() {
    act(
        (password, code) -> {
          factor.remove(password, code);
          recoveryCodes = null;
          PageMessages.done(texts.get(BUNDLE, "factor.off"), "");
        });
  }

  /** What the page shows is looked up again. */
  public void lookAgain() {
    state = null;
  }

  private void act(BiConsumer<char[], String> act) {
    proof.use(act);
    lookAgain();
  }

  public SecondFactorView getState() {
    if (state == null) {
      state = factor.mine();
    }
    return state;
  }

  /** The key that is being set up, or null. */
  public @Nullable Enrolment getEnrolment() {
    return enrolment;
  }

  /** The image of it. */
  public String getImage() {
    Enrolment shown = enrolment;
    return shown == null ? "" : QrImage.of(shown.uri());
  }

  /** The key in groups of four, as people type it. */
  public String getKey() {
    Enrolment shown = enrolment;
    return shown == null ? "" : String.join(" ", shown.key().split("(?<=\\G.{4})"));
  }

  /** The recovery codes, the one time that they are shown; else null. */
  public @Nullable List<String> getRecoveryCodes() {
    return recoveryCodes;
  }

  /** What happened to the protection of the account. */
  public List<AccountEventView> getEvents() {
    return factor.events();
  }

  /** What she types to prove that it is she. */
  public Proof getProof() {
    return proof;
  }
}
