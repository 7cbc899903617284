package org.epione.web.forgetting;

import jakarta.ejb.EJB;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.validator.ValidatorException;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Objects;
import org.epione.forgetting.boundary.ForgettingState;
import org.epione.forgetting.boundary.OwnForgetting;
import org.epione.forgetting.boundary.OwnForgettingView;
import org.epione.platform.error.RefusedException;
import org.epione.web.error.PageMessages;
import org.epione.web.input.Password;
import org.epione.web.shell.Texts;
import org.jspecify.annotations.Nullable;

/** A patient asks to be forgotten, and takes it back. */
@Named
@ViewScoped
public class OwnForgettingPage implements Serializable {

  private static final long serialVersionUID = 1L;

  @EJB private transient OwnForgetting forgetting;
  @Inject private transient Texts texts;

  private transient String password = "";
  private boolean understood;
  private transient boolean looked;
  private transient @Nullable OwnForgettingView row;

  /** Asks. */
  public void ask() {
    act(() -> Password.with(password, forgetting::ask), "own.askDone");
    understood = false;
  }

  /** Whoever asks has ticked that she understands. */
  public void requireUnderstood(FacesContext faces, UIComponent box, Object ticked) {
    if (!Boolean.TRUE.equals(ticked)) {
      String needed = texts.get("forgettingText", "own.understoodNeeded");
      // Beside the box stands the detail.
      throw new ValidatorException(new FacesMessage(FacesMessage.SEVERITY_ERROR, needed, needed));
    }
  }

  /** Takes it back. */
  public void takeBack() {
    act(forgetting::takeBack, "own.takenBack");
  }

  private void act(Runnable act, String done) {
    try {
      act.run();
      PageMessages.done(texts.get("forgettingText", done), "");
    } catch (RefusedException refused) {
      PageMessages.refused(refused);
    }
    looked = false;
  }

  /** The latest, or null. */
  public @Nullable OwnForgettingView getRow() {
    if (!looked) {
      row = forgetting.mine().orElse(null);
      looked = true;
    }
    return row;
  }

  /** Whether it goes on. */
  public boolean isOpen() {
    OwnForgettingView shown = getRow();
    return shown != null && shown.state().isOpen();
  }

  /** Whether the hospital refused the latest. */
  public boolean isRefused() {
    OwnForgettingView shown = getRow();
    return shown != null && shown.state() == ForgettingState.REFUSED;
  }

  public boolean isUnderstood() {
    return understood;
  }

  public void setUnderstood(boolean understood) {
    this.understood = understood;
  }

  /** Always empty: a password is never sent back. */
  public String getPassword() {
    return "";
  }

  public void setPassword(@Nullable String password) {
    this.password = Objects.requireNonNullElse(password, "");
  }
}
