package org.epione.web.guardian;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.epione.guardian.boundary.GuardianshipState;
import org.epione.guardian.boundary.GuardianshipView;
import org.epione.guardian.boundary.MyGuardianships;
import org.epione.platform.error.RefusedException;
import org.epione.web.error.PageMessages;
import org.epione.web.input.Password;
import org.epione.web.shell.Texts;
import org.jspecify.annotations.Nullable;

/** For whom a person acts or is to act, and who has acted for her. */
@Named
@ViewScoped
public class GuardianshipsPage implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final String TEXTS = "guardianText";

  @EJB private transient MyGuardianships guardianships;
  @Inject private transient Texts texts;

  private String selected = "";
  private transient String password = "";
  private transient @Nullable List<GuardianshipView> all;
  private transient @Nullable List<GuardianshipView> ofMe;

  /** Accepts the selected one. */
  public void accept() {
    act(
        () -> Password.with(password, copy -> guardianships.accept(selected, copy)),
        "mine.accepted");
  }

  /** Declines the selected one. */
  public void decline() {
    act(() -> guardianships.decline(selected), "mine.declined");
  }

  /** Gives the selected one up. */
  public void resign() {
    act(
        () -> Password.with(password, copy -> guardianships.resign(selected, copy)),
        "mine.resigned");
  }

  private void act(Runnable act, String done) {
    try {
      act.run();
      PageMessages.done(texts.get(TEXTS, done), "");
    } catch (RefusedException refusal) {
      PageMessages.refused(refusal);
    }
    all = null;
  }

  /** Those that wait for an answer. */
  public List<GuardianshipView> getNamed() {
    return in(GuardianshipState.NAMED);
  }

  /** Those for whom she acts. */
  public List<GuardianshipView> getInForce() {
    return in(GuardianshipState.IN_FORCE);
  }

  /** Those that came to nothing, or are over. */
  public List<GuardianshipView> getOver() {
    return getAll().stream().filter(each -> !each.state().isOpen()).toList();
  }

  private List<GuardianshipView> in(GuardianshipState state) {
    return getAll().stream().filter(each -> each.state() == state).toList();
  }

  private List<GuardianshipView> getAll() {
    if (all == null) {
      all = guardianships.mine();
    }
    return all;
  }

  /** Who has acted for the person. */
  public List<GuardianshipView> getOfMe() {
    if (ofMe == null) {
      ofMe = guardianships.ofMe();
    }
    return ofMe;
  }

  /** What the button that goes to a minor's records says. */
  public String open(GuardianshipView row) {
    return texts.get(TEXTS, "mine.open", row.ward());
  }

  /** The one that a dialog is about. */
  public @Nullable GuardianshipView getChosen() {
    return getAll().stream().filter(each -> each.id().equals(selected)).findFirst().orElse(null);
  }

  public String getSelected() {
    return selected;
  }

  public void setSelected(@Nullable String selected) {
    this.selected = Objects.requireNonNullElse(selected, "");
  }

  public String getPassword() {
    return "";
  }

  public void setPassword(@Nullable String password) {
    this.password = Objects.requireNonNullElse(password, "");
  }
}
