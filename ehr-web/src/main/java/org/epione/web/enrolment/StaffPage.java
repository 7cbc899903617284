package org.epione.web.enrolment;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.epione.account.boundary.Role;
import org.epione.enrolment.boundary.DoctorState;
import org.epione.enrolment.boundary.HospitalStaff;
import org.epione.enrolment.boundary.StaffView;
import org.epione.enrolment.boundary.Standing;
import org.epione.web.input.Input;
import org.epione.web.shell.Texts;
import org.jspecify.annotations.Nullable;

/** Registrars and doctors for a hospital's administrator. */
@Named
@ViewScoped
public class StaffPage extends PeoplePage {

  private static final long serialVersionUID = 1L;

  @EJB private transient HospitalStaff staff;
  @Inject private transient Texts texts;

  private String role = Role.DOCTOR.name();
  private String specialty = "";

  /** Invites the person of the form. */
  public void invite() {
    Role chosen = Input.choice(Role.class, role);
    if (attempt("invited", () -> staff.invite(chosen, getDisplayName(), specialty).displayName())) {
      setDisplayName("");
      specialty = "";
    }
  }

  @Override
  List<StaffView> all() {
    return staff.all();
  }

  @Override
  void letIn(StaffView member) {
    staff.unlock(member.accountId());
  }

  @Override
  void takeSecondFactor(StaffView member) {
    staff.resetSecondFactor(member.accountId());
  }

  @Override
  Texts texts() {
    return texts;
  }

  /** The key of the text that says how a doctor stands; empty for others. */
  public String standing(StaffView member) {
    if (member.standing().filter(Standing::expelled).isPresent()) {
      return "standing.EXPELLED";
    }
    return member.doctor().map(state -> "standing." + state.name()).orElse("");
  }

  /** How it is marked: good, warn or bad. */
  public String standingMark(StaffView member) {
    if (member.standing().filter(Standing::expelled).isPresent()) {
      return "bad";
    }
    DoctorState state = member.doctor().orElse(DoctorState.SUBMITTED);
    return switch (state) {
      case ENROLLED -> "good";
      case SUBMITTED -> "warn";
      case REFUSED -> "bad";
    };
  }

  /** A doctor's credit; empty for others and until the chain knows her. */
  public String credit(StaffView member) {
    return member
        .standing()
        .map(
            standing ->
                texts.get("enrolmentText", "staff.creditOf", standing.credit(), standing.floor()))
        .orElse("");
  }

  public String getRole() {
    return role;
  }

  public void setRole(@Nullable String role) {
    this.role = Input.text(role);
  }

  public String getSpecialty() {
    return specialty;
  }

  public void setSpecialty(@Nullable String specialty) {
    this.specialty = Input.text(specialty);
  }
}
