package org.epione.web.emergency;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.epione.emergency.boundary.EmergencyDesk;
import org.epione.emergency.boundary.EmergencyView;
import org.epione.platform.error.RefusedException;
import org.epione.web.error.PageMessages;
import org.epione.web.input.Password;
import org.epione.web.shell.Texts;
import org.jspecify.annotations.Nullable;

/** A second person confirms what colleagues ask for in an emergency. */
@Named
@ViewScoped
public class ConfirmPage implements Serializable {

  private static final long serialVersionUID = 1L;

  @EJB private transient EmergencyDesk desk;
  @Inject private transient Texts texts;

  private String selected = "";
  private transient String password = "";
  private transient @Nullable List<EmergencyView> rows;

  /** Confirms the selected one. */
  public void confirm() {
    act(() -> Password.with(password, typed -> desk.confirm(selected, typed)), "confirm.done");
  }

  /** Refuses one. */
  public void refuse(String id) {
    act(() -> desk.refuse(id), "confirm.refused");
  }

  private void act(Runnable act, String done) {
    try {
      act.run();
      PageMessages.done(texts.get("emergencyText", done), "");
    } catch (RefusedException refusal) {
      PageMessages.refused(refusal);
    }
    reload();
  }

  /** Shows what has changed since. */
  public void reload() {
    rows = null;
  }

  public List<EmergencyView> getRows() {
    if (rows == null) {
      rows = desk.requests();
    }
    return rows;
  }

  public String getSelected() {
    return selected;
  }

  public void setSelected(@Nullable String selected) {
    this.selected = Objects.requireNonNullElse(selected, "");
  }

  /** Always empty: a password is never sent back. */
  public String getPassword() {
    return "";
  }

  public void setPassword(@Nullable String password) {
    this.password = Objects.requireNonNullElse(password, "");
  }
}
