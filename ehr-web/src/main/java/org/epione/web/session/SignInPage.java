package org.epione.web.session;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.epione.platform.error.RefusedException;
import org.epione.web.error.PageMessages;
import org.epione.web.shell.Texts;
import org.jspecify.annotations.Nullable;

/** The sign-in form, and signing out. */
@Named
@RequestScoped
public class SignInPage {
  private static final String BEGINNING = "/sign-in?faces-redirect=true";
  private static final String CODE_PAGE = "/sign-in-code?faces-redirect=true";

  @Inject private PasswordSignIn attempt;
  @Inject private SignedInUser user;
  @Inject private WantedPage wanted;
  @Inject private FacesContext faces;
  @Inject private Texts texts;

  private @Nullable String userName;
  private @Nullable String password;
  private @Nullable String code;
  private @Nullable String passkeyAnswer;
  private @Nullable String passkeyOptions;
  private @Nullable Boolean passkeyOffered;

  /** Signs in and goes on to the page that was wanted, or to the start page. */
  public @Nullable String signIn() throws IOException {
    ExternalContext external = faces.getExternalContext();
    HttpServletRequest request = (HttpServletRequest) external.getRequest();
    String offered = password;
    password = null;
    try {
      if (!attempt.signIn(
          request, (HttpServletResponse) external.getResponse(), userName, offered)) {
        if (user.waiting().isPresent()) {
          return CODE_PAGE;
        }
        PageMessages.failed(
            texts.get("msg", "signIn.failed"), texts.get("msg", "signIn.failedDetail"));
        return null;
      }
    } catch (RefusedException tooManyAttempts) {
      PageMessages.refused(tooManyAttempts);
      return null;
    }
    return goOn(external);
  }

  /** Goes to the beginning where nobody owes a code here. */
  public @Nullable String requireWaiting() {
    return user.waiting().isPresent() ? null : BEGINNING;
  }

  /** Takes the code that is missing, and goes on as after sign-in. */
  public @Nullable String confirm() throws IOException {
    ExternalContext external = faces.getExternalContext();
    String offered = Objects.requireNonNullElse(code, "");
    code = null;
    try {
      if (!attempt.confirm(
          (HttpServletRequest) external.getRequest(),
          (HttpServletResponse) external.getResponse(),
          offered)) {
        PageMessages.failed(texts.get("msg", "code.failed"), texts.get("msg", "code.failedDetail"));
        return requireWaiting();
      }
    } catch (RefusedException refusal) {
      PageMessages.refused(refusal);
      return null;
    }
    return goOn(external);
  }

  /** Takes a passkey in place of the code, and goes on as after sign-in. */
  public @Nullable String confirmByPasskey() throws IOException {
    ExternalContext external = faces.getExternalContext();
    String offered = Objects.requireNonNullElse(passkeyAnswer, "");
    passkeyAnswer = null;
    try {
      if (!attempt.confirmByPasskey(
          (HttpServletRequest) external.getRequest(),
          (HttpServletResponse) external.getResponse(),
          offered)) {
        PageMessages.failed(
            texts.get("msg", "passkey.failed"), texts.get("msg", "passkey.failedDetail"));
        return requireWaiting();
      }
    } catch (RefusedException refusal) {
      PageMessages.refused(refusal);
      return null;
    }
    return goOn(external);
  }

  /** Whether whoever gave the password here may use a passkey in place of the code. */
  public boolean isPasskeyOffered() {
    Boolean offered = passkeyOffered;
    if (offered == null) {
      offered = user.mayUsePasskey();
      passkeyOffered = offered;
    }
    return offered;
  }

  /**
   * What the browser asks an authenticator for, with a new challenge: to be asked for while the
   * page is written, not before, because the answer to the challenge before is then not taken any
   * more.
   */
  public String getPasskeyOptions() {
    String options = passkeyOptions;
    if (options == null) {
      options = user.beginPasskey().orElse("");
      passkeyOptions = options;
    }
    return options;
  }

  private @Nullable String goOn(ExternalContext external) throws IOException {
    Optional<String> page = wanted.take();
    if (page.isEmpty()) {
      return "/index?faces-redirect=true";
    }
    external.redirect(page.get());
    return null;
  }

  /** Signs out and ends the session. */
  public String signOut() throws ServletException {
    user.leave();
    HttpServletRequest request = (HttpServletRequest) faces.getExternalContext().getRequest();
    request.logout();
    faces.getExternalContext().invalidateSession();
    return BEGINNING;
  }

  public @Nullable String getUserName() {
    return userName;
  }

  public void setUserName(@Nullable String userName) {
    this.userName = userName;
  }

  /** Always empty: a password is never sent back. */
  public @Nullable String getPassword() {
    return null;
  }

  public void setPassword(@Nullable String password) {
    this.password = password;
  }

  /** Always empty: an answer is never sent back. */
  public @Nullable String getPasskeyAnswer() {
    return null;
  }

  public void setPasskeyAnswer(@Nullable String passkeyAnswer) {
    this.passkeyAnswer = passkeyAnswer;
  }

  /** Always empty: a code is never sent back. */
  public @Nullable String getCode() {
    return null;
  }

  public void setCode(@Nullable String code) {
    this.code = code;
  }
}
