package org.epione.web.recovery;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.epione.recovery.boundary.LostPasswords;
import org.epione.web.session.ChosenPassword;
import org.epione.web.shell.Texts;
import org.jspecify.annotations.Nullable;

/** The form by which a person sets another password with a reset code. */
@Named
@RequestScoped
public class NewPasswordPage {

  @EJB private LostPasswords passwords;
  @Inject private ChosenPassword chosenPassword;
  @Inject private HttpServletRequest request;
  @Inject private Texts texts;

  private String code = "";
  private String password = "";
  private String repeat = "";

  /** Sets it, and goes to sign-in. */
  public @Nullable String set() {
    return chosenPassword.set(
        password,
        repeat,
        chosen -> passwords.complete(request.getRemoteAddr(), code, chosen),
        texts.get("recoveryText", "new.done"));
  }

  public String getCode() {
    return code;
  }

  public void setCode(@Nullable String code) {
    this.code = Objects.requireNonNullElse(code, "");
  }

  /** Always empty: a password is never sent back. */
  public String getPassword() {
    return "";
  }

  public void setPassword(@Nullable String password) {
    this.password = Objects.requireNonNullElse(password, "");
  }

  /** Always empty: a password is never sent back. */
  public String getRepeat() {
    return "";
  }

  public void setRepeat(@Nullable String repeat) {
    this.repeat = Objects.requireNonNullElse(repeat, "");
  }
}
