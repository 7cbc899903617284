package org.epione.web.forgetting;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.epione.enrolment.boundary.PatientRegistry;
import org.epione.enrolment.boundary.PatientView;
import org.epione.forgetting.boundary.ForgettingDesk;
import org.epione.forgetting.boundary.ForgettingView;
import org.epione.platform.error.RefusedException;
import org.epione.web.error.PageMessages;
import org.epione.web.input.Input;
import org.epione.web.input.Password;
import org.epione.web.shell.Texts;
import org.jspecify.annotations.Nullable;

/** The registrar starts and examines that a patient be forgotten. */
@Named
@ViewScoped
public class ForgettingDeskPage implements Serializable {

  private static final long serialVersionUID = 1L;

  @EJB private transient ForgettingDesk desk;
  @EJB private transient PatientRegistry registry;
  @Inject private transient Texts texts;

  private String patient = "";
  private String patientName = "";
  private String selected = "";
  private String words = "";
  private transient String password = "";
  private transient @Nullable List<ForgettingView> rows;

  /** Called when the page is shown: with a patient, to start it for her. */
  public void load() {
    if (patient.isEmpty()) {
      return;
    }
    try {
      PatientView found = registry.patient(Input.patient(patient));
      patientName = found.displayName() + ", " + found.number().value();
    } catch (RefusedException refusal) {
      patient = "";
      PageMessages.refused(refusal);
    }
  }

  /** Starts it for the patient of the page. */
  public void start() {
    act(
        () -> Password.with(password, typed -> desk.start(Input.patient(patient), words, typed)),
        "desk.started");
  }

  /** Says that the selected one was examined. */
  public void examine() {
    act(
        () -> Password.with(password, typed -> desk.examine(selected, words, typed)),
        "desk.examined");
  }

  /** Refuses the selected one. */
  public void refuse() {
    act(() -> desk.refuse(selected, words), "word.refused");
  }

  private void act(Runnable act, String done) {
    try {
      act.run();
      PageMessages.done(texts.get("forgettingText", done), "");
      patient = "";
      select("");
    } catch (RefusedException refusal) {
      PageMessages.refused(refusal);
    }
    rows = null;
  }

  /** Shows one of them, or none. */
  public void select(String id) {
    selected = id;
    words = "";
    rows = null;
  }

  /** Shows what has changed since. */
  public void reload() {
    rows = null;
  }

  public List<ForgettingView> getRows() {
    if (rows == null) {
      rows = desk.requests();
    }
    return rows;
  }

  /** The selected one, or null. */
  public @Nullable ForgettingView getRow() {
    return getRows().stream().filter(each -> each.id().equals(selected)).findFirst().orElse(null);
  }

  /** Whether it is to be started for a patient. */
  public boolean isStarting() {
    return !patient.isEmpty();
  }

  public String getPatient() {
    return patient;
  }

  public void setPatient(@Nullable String patient) {
    this.patient = Input.text(patient);
  }

  public String getPatientName() {
    return patientName;
  }

  public String getWords() {
    return words;
  }

  public void setWords(@Nullable String words) {
    this.words = Objects.requireNonNullElse(words, "");
  }

  /** Always empty: a password is never sent back. */
  public String getPassword() {
    return "";
  }

  public void setPassword(@Nullable String password) {
    this.password = Objects.requireNonNullElse(password, "");
  }
}
