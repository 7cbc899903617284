package org.epione.web.enrolment;

import jakarta.ejb.EJB;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.epione.enrolment.boundary.AdministrativeSex;
import org.epione.enrolment.boundary.PatientRegistry;
import org.epione.enrolment.boundary.PatientView;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.web.error.PageMessages;
import org.epione.web.input.Input;
import org.epione.web.shell.Texts;
import org.jspecify.annotations.Nullable;

/** One patient: the form that registers her, or that changes her data when an id is given. */
@Named
@ViewScoped
public class PatientPage implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final String TEXTS = "enrolmentText";

  @EJB private transient PatientRegistry registry;
  @Inject private transient Texts texts;

  private String id = "";
  private PatientInput input = new PatientInput();
  private boolean samePerson;
  private boolean anotherPerson;
  private boolean found;
  private String fullName = "";

  /** Called when the page is shown. */
  public void load() {
    if (id.isEmpty()) {
      return;
    }
    try {
      show(registry.patient(Input.patient(id)));
    } catch (RefusedException refusal) {
      PageMessages.refused(refusal);
    }
  }

  /** Registers the patient of the form, and goes to her page; or changes her data. */
  public @Nullable String save() {
    boolean first = isRegistering();
    try {
      PatientView saved =
          first
              ? registry.register(input.details(), anotherPerson)
              : registry.update(Input.patient(id), input.details(), input.version());
      show(saved);
      PageMessages.done(
          texts.get(
              TEXTS, first ? "patient.registered" : "patient.changed", saved.number().value()),
          "");
      if (first) {
        FacesContext.getCurrentInstance().getExternalContext().getFlash().setKeepMessages(true);
        return "/registrar/patient?faces-redirect=true&id=" + id;
      }
    } catch (RefusedException refusal) {
      samePerson = refusal.code() == ErrorCode.PATIENT_SAME_PERSON;
      PageMessages.refused(refusal);
    }
    return null;
  }

  /** Lets the patient sign in again whose account was locked. */
  public void unlock() {
    try {
      registry.unlock(Input.patient(id));
      PageMessages.done(texts.get(TEXTS, "patient.unlocked"), "");
    } catch (RefusedException refusal) {
      PageMessages.refused(refusal);
    }
  }

  /** Takes the second factor from the patient, who has lost it. */
  public void reset() {
    try {
      registry.resetSecondFactor(Input.patient(id));
      PageMessages.done(texts.get(TEXTS, "secondFactorReset", fullName), "");
    } catch (RefusedException refusal) {
      PageMessages.refused(refusal);
    }
  }

  private void show(PatientView patient) {
    id = patient.id().toString();
    input = PatientInput.of(patient);
    fullName = patient.displayName();
    found = true;
    samePerson = false;
    anotherPerson = false;
  }

  /** Whether the form registers; else it changes the patient of the id. */
  public boolean isRegistering() {
    return id.isEmpty();
  }

  /** Whether there is a form to show: the patient of a given id may be unknown. */
  public boolean isShown() {
    return isRegistering() || found;
  }

  /** Whether a patient of that name and birth date is known, and the registrar must decide. */
  public boolean isSamePerson() {
    return samePerson;
  }

  /** The name as it is registered, whatever the form says meanwhile. */
  public String getFullName() {
    return fullName;
  }

  public PatientInput getInput() {
    return input;
  }

  public AdministrativeSex[] getSexes() {
    return AdministrativeSex.values();
  }

  public boolean isAnotherPerson() {
    return anotherPerson;
  }

  public void setAnotherPerson(boolean anotherPerson) {
    this.anotherPerson = anotherPerson;
  }

  public String getId() {
    return id;
  }

  public void setId(@Nullable String id) {
    this.id = Input.text(id);
  }
}
