package org.epione.web.session;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.Objects;
import org.epione.account.boundary.Accounts;
import org.epione.platform.error.RefusedException;
import org.epione.web.error.PageMessages;
import org.epione.web.shell.Texts;
import org.jspecify.annotations.Nullable;

/** Changing one's own password. */
@Named
@RequestScoped
public class PasswordPage {
  @EJB private Accounts accounts;
  @Inject private SignedInUser user;
  @Inject private Texts texts;

  private String present = "";
  private String replacement = "";
  private String repeat = "";

  /** Wraps the person's keys under the new password. */
  public void change() {
    if (!replacement.equals(repeat)) {
      PageMessages.failed(texts.get("msg", "activate.mismatch"), "");
      return;
    }
    char[] before = present.toCharArray();
    char[] after = replacement.toCharArray();
    try {
      accounts.changePassword(user.keySession(), before, after);
      PageMessages.done(texts.get("msg", "password.done"), "");
    } catch (RefusedException refusal) {
      PageMessages.refused(refusal);
    } finally {
      Arrays.fill(before, '\0');
      Arrays.fill(after, '\0');
    }
  }

  public String getPresent() {
    return "";
  }

  public void setPresent(@Nullable String present) {
    this.present = Objects.requireNonNullElse(present, "");
  }

  public String getReplacement() {
    return "";
  }

  public void setReplacement(@Nullable String replacement) {
    this.replacement = Objects.requireNonNullElse(replacement, "");
  }

  public String getRepeat() {
    return "";
  }

  public void setRepeat(@Nullable String repeat) {
    this.repeat = Objects.requireNonNullElse(repeat, "");
  }
}
