package org.epione.web.recovery;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.Objects;
import org.epione.platform.error.RefusedException;
import org.epione.recovery.boundary.LostPasswords;
import org.epione.web.error.PageMessages;
import org.jspecify.annotations.Nullable;

/** The form by which a person says that her password is lost. */
@Named
@ViewScoped
public class LostPasswordPage implements Serializable {

  private static final long serialVersionUID = 1L;

  @EJB private transient LostPasswords passwords;
  @Inject private transient HttpServletRequest request;

  private String userName = "";
  private boolean asked;

  /** Says it; what is shown is the same for a name that nobody has. */
  public void ask() {
    try {
      passwords.ask(request.getRemoteAddr(), userName);
      asked = true;
    } catch (RefusedException tooManyAttempts) {
      PageMessages.refused(tooManyAttempts);
    }
  }

  public boolean isAsked() {
    return asked;
  }

  public String getUserName() {
    return userName;
  }

  public void setUserName(@Nullable String userName) {
    this.userName = Objects.requireNonNullElse(userName, "");
  }
}
