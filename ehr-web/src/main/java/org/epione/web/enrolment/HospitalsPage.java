package org.epione.web.enrolment;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.epione.enrolment.boundary.HospitalView;
import org.epione.enrolment.boundary.Hospitals;
import org.epione.platform.error.RefusedException;
import org.epione.web.error.PageMessages;
import org.epione.web.input.Input;
import org.epione.web.shell.Texts;
import org.jspecify.annotations.Nullable;

/** The hospitals for the system manager, with the form that adds one. */
@Named
@ViewScoped
public class HospitalsPage implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final String TEXTS = "enrolmentText";

  @EJB private transient Hospitals hospitals;
  @Inject private transient Texts texts;

  private transient @Nullable List<HospitalView> rows;
  private String code = "";
  private String name = "";
  private String administratorName = "";
  private String reason = "";

  public List<HospitalView> getRows() {
    if (rows == null) {
      rows = hospitals.all();
    }
    return rows;
  }

  /** Shows what arrived since. */
  public void reload() {
    rows = null;
  }

  /** Adds the hospital of the form. */
  public void add() {
    attempt("hospitals.added", () -> hospitals.add(code, name, administratorName).name());
  }

  /** Admits one that applied from elsewhere. */
  public void admit(HospitalView hospital) {
    attempt("hospitals.admitted", () -> hospitals.admit(hospital.code()).name());
  }

  /** Refuses one that applied from elsewhere. */
  public void refuse(HospitalView hospital) {
    attempt("hospitals.refused", () -> hospitals.refuse(hospital.code(), reason).name());
  }

  /** Lets a hospital's administrator sign in again. */
  public void unlock(HospitalView hospital) {
    attempt(
        "unlocked",
        () -> {
          hospitals.unlockAdministrator(hospital.code());
          return hospital.administratorName();
        });
  }

  /** Takes the second factor from a hospital's administrator who has lost it. */
  public void reset(HospitalView hospital) {
    attempt(
        "secondFactorReset",
        () -> {
          hospitals.resetAdministratorsSecondFactor(hospital.code());
          return hospital.administratorName();
        });
  }

  private void attempt(String done, java.util.function.Supplier<String> act) {
    rows = null;
    try {
      PageMessages.done(texts.get(TEXTS, done, act.get()), "");
      code = "";
      name = "";
      administratorName = "";
      reason = "";
    } catch (RefusedException refusal) {
      PageMessages.refused(refusal);
    }
  }

  /** How a state is marked: good, warn or bad. */
  public String mark(HospitalView hospital) {
    return switch (hospital.state()) {
      case ADMITTED -> hospital.hosted() && hospital.chainHeight().isEmpty() ? "warn" : "good";
      case REFUSED -> "bad";
      default -> "warn";
    };
  }

  public String getCode() {
    return code;
  }

  public void setCode(@Nullable String code) {
    this.code = Input.text(code).strip();
  }

  public String getName() {
    return name;
  }

  public void setName(@Nullable String name) {
    this.name = Input.text(name);
  }

  public String getAdministratorName() {
    return administratorName;
  }

  public void setAdministratorName(@Nullable String administratorName) {
    this.administratorName = Input.text(administratorName);
  }

  public String getReason() {
    return reason;
  }

  public void setReason(@Nullable String reason) {
    this.reason = Input.text(reason);
  }
}
