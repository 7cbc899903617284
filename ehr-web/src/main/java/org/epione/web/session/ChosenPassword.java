package org.epione.web.session;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.function.Consumer;
import org.epione.platform.error.RefusedException;
import org.epione.web.error.PageMessages;
import org.epione.web.shell.Texts;
import org.jspecify.annotations.Nullable;

/** What becomes of a password that somebody outside has chosen and typed twice. */
@RequestScoped
public class ChosenPassword {

  @Inject private FacesContext faces;
  @Inject private Texts texts;

  /**
   * Sets it, wipes the copy that was made of it, and goes to sign-in with these words; stays, and
   * says why, where the two differ or the act is refused.
   */
  public @Nullable String set(String password, String repeat, Consumer<char[]> act, String done) {
    if (!password.equals(repeat)) {
      PageMessages.failed(texts.get("msg", "activate.mismatch"), "");
      return null;
    }
    char[] chosen = password.toCharArray();
    try {
      act.accept(chosen);
    } catch (RefusedException refusal) {
      PageMessages.refused(refusal);
      return null;
    } finally {
      Arrays.fill(chosen, '\0');
    }
    faces.getExternalContext().getFlash().setKeepMessages(true);
    PageMessages.done(done, "");
    return "/sign-in?faces-redirect=true";
  }
}
