package org.epione.web.error;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import org.epione.platform.error.RefusedException;

/** Messages for the message area of a page. */
public final class PageMessages {
  private PageMessages() {}

  /** Shows a refusal: what happened, what to do, and its code. A dialog that asked for it stays. */
  public static void refused(RefusedException refusal) {
    FacesContext.getCurrentInstance().validationFailed();
    add(
        FacesMessage.SEVERITY_ERROR,
        refusal.code().text(),
        (refusal.detail() + " (" + refusal.code().code() + ")").strip());
  }

  /** Shows that something was done; {@code detail} may be empty. */
  public static void done(String summary, String detail) {
    add(FacesMessage.SEVERITY_INFO, summary, detail);
  }

  /** Shows that something was not done, for a reason that the person can mend on the page. */
  public static void failed(String summary, String detail) {
    FacesContext.getCurrentInstance().validationFailed();
    add(FacesMessage.SEVERITY_ERROR, summary, detail);
  }

  private static void add(FacesMessage.Severity severity, String summary, String detail) {
    FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(severity, summary, detail));
  }
}
