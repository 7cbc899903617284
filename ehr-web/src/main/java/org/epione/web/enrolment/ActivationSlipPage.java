package org.epione.web.enrolment;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.function.Supplier;
import org.epione.enrolment.boundary.ActivationSlip;
import org.epione.enrolment.boundary.Auditors;
import org.epione.enrolment.boundary.HospitalStaff;
import org.epione.enrolment.boundary.Hospitals;
import org.epione.enrolment.boundary.PatientRegistry;
import org.epione.platform.error.RefusedException;
import org.epione.web.error.PageMessages;
import org.epione.web.input.Input;
import org.jspecify.annotations.Nullable;

/**
 * The page that is printed for someone who was invited. Which of the ids is set says who it is for;
 * the boundaries decide who may.
 */
@Named
@ViewScoped
public class ActivationSlipPage implements Serializable {

  private static final long serialVersionUID = 1L;

  @EJB private transient PatientRegistry patients;
  @EJB private transient HospitalStaff staff;
  @EJB private transient Auditors auditors;
  @EJB private transient Hospitals hospitals;

  private String id = "";
  private String hospital = "";
  private String auditor = "";
  private transient @Nullable ActivationSlip slip;

  /** A patient's code. */
  public void loadPatient() {
    show(() -> patients.activationCode(Input.patient(id)));
  }

  /** A new code for a patient. */
  public void renewPatient() {
    show(() -> patients.newActivationCode(Input.patient(id)));
  }

  /** The code of a registrar or doctor. */
  public void loadStaff() {
    show(() -> staff.activationCode(Input.account(id)));
  }

  /** A new code for a registrar or doctor. */
  public void renewStaff() {
    show(() -> staff.newActivationCode(Input.account(id)));
  }

  /** The code of an auditor or a hospital's administrator. */
  public void loadOther() {
    show(
        () ->
            hospital.isEmpty()
                ? auditors.activationCode(Input.account(auditor))
                : hospitals.administratorCode(Input.party(hospital)));
  }

  /** A new code for an auditor or a hospital's administrator. */
  public void renewOther() {
    show(
        () ->
            hospital.isEmpty()
                ? auditors.newActivationCode(Input.account(auditor))
                : hospitals.newAdministratorCode(Input.party(hospital)));
  }

  private void show(Supplier<ActivationSlip> wanted) {
    try {
      slip = wanted.get();
    } catch (RefusedException refusal) {
      PageMessages.refused(refusal);
    }
  }

  public @Nullable ActivationSlip getSlip() {
    return slip;
  }

  public String getId() {
    return id;
  }

  public void setId(@Nullable String id) {
    this.id = Input.text(id);
  }

  public String getHospital() {
    return hospital;
  }

  public void setHospital(@Nullable String hospital) {
    this.hospital = Input.text(hospital);
  }

  public String getAuditor() {
    return auditor;
  }

  public void setAuditor(@Nullable String auditor) {
    this.auditor = Input.text(auditor);
  }
}
