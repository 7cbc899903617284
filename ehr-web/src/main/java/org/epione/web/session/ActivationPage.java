package org.epione.web.session;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.epione.account.boundary.Accounts;
import org.epione.web.shell.Texts;
import org.jspecify.annotations.Nullable;

/** The form by which a person turns a one-time code into an account with a password. */
@Named
@RequestScoped
public class ActivationPage {
  @EJB private Accounts accounts;
  @Inject private ChosenPassword chosenPassword;
  @Inject private HttpServletRequest request;
  @Inject private Texts texts;

  private String code = "";
  private String userName = "";
  private String password = "";
  private String repeat = "";

  /** Activates, and goes to sign-in. */
  public @Nullable String activate() {
    return chosenPassword.set(
        password,
        repeat,
        chosen -> accounts.activate(request.getRemoteAddr(), code, userName, chosen),
        texts.get("msg", "activate.done"));
  }

  public String getCode() {
    return code;
  }

  public void setCode(@Nullable String code) {
    this.code = Objects.requireNonNullElse(code, "");
  }

  public String getUserName() {
    return userName;
  }

  public void setUserName(@Nullable String userName) {
    this.userName = Objects.requireNonNullElse(userName, "");
  }

  public String getPassword() {
    return "";
  }

  public void setPassword(@Nullable String password) {
    this.password = Objects.requireNonNullElse(password, "");
  }

  public String getRepeat() {
    return "";
  }

  public void setRepeat(@Nullable String repeat) {
    this.repeat = Objects.requireNonNullElse(repeat, "");
  }
}
