package org.epione.web.emergency;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.epione.emergency.boundary.EmergencyView;
import org.epione.emergency.boundary.OwnEmergencies;
import org.epione.emergency.boundary.Refusal;
import org.epione.platform.error.RefusedException;
import org.epione.web.error.PageMessages;
import org.epione.web.guardian.ActingFor;
import org.epione.web.input.Password;
import org.epione.web.shell.Texts;
import org.jspecify.annotations.Nullable;

/** A patient sees emergencies of hers, and refuses them beforehand; a guardian sees a minor's. */
@Named
@ViewScoped
public class OwnEmergenciesPage implements Serializable {

  private static final long serialVersionUID = 1L;

  @EJB private transient OwnEmergencies emergencies;
  @Inject private transient Texts texts;
  @Inject private ActingFor actingFor;

  private transient String password = "";
  private transient @Nullable List<EmergencyView> rows;
  private transient @Nullable Refusal refusal;

  /** Refuses emergencies. */
  public void refuse() {
    act(emergencies::refuse, "own.refuseDone");
  }

  /** Allows them again. */
  public void allow() {
    act(emergencies::allow, "own.allowDone");
  }

  private void act(Consumer<char[]> act, String done) {
    try {
      Password.with(password, act);
      PageMessages.done(texts.get("emergencyText", done), "");
    } catch (RefusedException refused) {
      PageMessages.refused(refused);
    }
    refusal = null;
  }

  public List<EmergencyView> getRows() {
    if (rows == null) {
      rows = actingFor.listed(emergencies::emergenciesOf);
    }
    return rows;
  }

  public Refusal getRefusal() {
    if (refusal == null) {
      refusal = emergencies.refusalOf(actingFor.patient());
    }
    return refusal;
  }

  /** Always empty: a password is never sent back. */
  public String getPassword() {
    return "";
  }

  public void setPassword(@Nullable String password) {
    this.password = Objects.requireNonNullElse(password, "");
  }
}
