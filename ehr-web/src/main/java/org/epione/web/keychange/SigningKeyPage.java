package org.epione.web.keychange;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Objects;
import org.epione.keychange.boundary.MySigningKey;
import org.epione.keychange.boundary.SigningKeyView;
import org.epione.platform.error.RefusedException;
import org.epione.web.error.PageMessages;
import org.epione.web.input.Password;
import org.epione.web.shell.Texts;
import org.jspecify.annotations.Nullable;

/** A doctor's key to sign with, and its change. */
@Named("signingKeyPage")
@ViewScoped
public class SigningKeyPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @EJB private transient MySigningKey boundary;
  @Inject private transient Texts texts;

  private transient String password = "";
  private @Nullable SigningKeyView key;

  /** Loads the state anew. */
  @PostConstruct
  public void refresh() {
    key = boundary.mine().orElse(null);
  }

  /** Makes and signs another key. */
  public void change() {
    String shown = key == null ? "" : key.fingerprint();
    try {
      key = Password.use(password, copy -> boundary.change(shown, copy));
      PageMessages.done(
          texts.get("keyText", "key.submitted"), texts.get("keyText", "key.submittedDetail"));
    } catch (RefusedException refusal) {
      PageMessages.refused(refusal);
      refresh();
    }
  }

  /** The key, or null while the doctor is not on the chain. */
  public @Nullable SigningKeyView getKey() {
    return key;
  }

  public String getPassword() {
    return "";
  }

  public void setPassword(@Nullable String password) {
    this.password = Objects.requireNonNullElse(password, "");
  }
}
