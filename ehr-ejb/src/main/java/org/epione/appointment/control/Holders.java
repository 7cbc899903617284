package org.epione.appointment.control;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.epione.account.boundary.Caller;
import org.epione.account.boundary.Callers;
import org.epione.account.boundary.Role;
import org.epione.appointment.boundary.AppointmentAccount;
import org.epione.enrolment.boundary.DoctorState;
import org.epione.enrolment.boundary.DoctorView;
import org.epione.enrolment.boundary.Doctors;
import org.epione.enrolment.boundary.PatientFacts;
import org.epione.enrolment.boundary.PatientId;
import org.epione.enrolment.boundary.Patients;
import org.epione.guardian.boundary.Guardians;
import org.epione.ledger.connector.Chains;
import org.epione.platform.identity.AccountId;

/**
 * Whether an appointment password counts. A minor's is known to whoever acts for her, and parents
 * may share it: from the end of any guardianship on, none counts that was set before, and nothing
 * that was agreed by it. A doctor's counts while she can sign in, is enrolled, and is not expelled.
 * This is looked at with each use, and depends on no timer.
 */
@ApplicationScoped
public class Holders {

  @EJB private Patients patients;
  @EJB private Guardians guardians;
  @EJB private Doctors doctors;
  @EJB private Callers callers;
  @EJB private Chains chains;

  /** Whose account that is; empty if she can have no appointment password. */
  Optional<Owner> ofAccount(AccountId account) {
    return patients
        .byAccount(account)
        .map(this::patient)
        .or(() -> doctors.byAccount(account).flatMap(this::doctor));
  }

  /** Whose password that is, whether it counts or not. */
  Optional<Owner> find(Holder holder) {
    return switch (holder.kind()) {
      case PATIENT -> patients.find(PatientId.of(holder.id())).map(this::patient);
      case DOCTOR -> doctors.byAccount(AccountId.of(holder.id())).flatMap(this::doctor);
    };
  }

  /** Whose password that is, if it counts now. */
  Optional<Owner> current(Holder holder) {
    return find(holder).filter(owner -> counts(owner, holder.setAt()));
  }

  /** Whether a password that was set then counts now. */
  boolean counts(Owner owner, Instant setAt) {
    return owner.able() && !guardians.hasEndedSince(owner.caller().accountId(), setAt);
  }

  private Owner patient(PatientFacts patient) {
    return new Owner(
        AppointmentAccount.ofCard(patient.hospital(), patient.number()),
        patient.id().toString(),
        new Caller(
            patient.account(),
            "",
            patient.displayName(),
            Role.PATIENT,
            patient.hospital(),
            patient.id().toString()),
        patient.active() || guardians.hasGuardian(patient.account()));
  }

  private Optional<Owner> doctor(DoctorView doctor) {
    return callers
        .signedInAs(doctor.account())
        .filter(caller -> caller.party().equals(doctor.hospital()))
        .map(
            caller ->
                new Owner(
                    AppointmentAccount.ofDoctor(doctor.hospital(), caller.userName()),
                    doctor.account().toString(),
                    caller,
                    doctor.state() == DoctorState.ENROLLED
                        && chains.state(doctor.hospital().value()).inGoodStanding(doctor.pid())));
  }
}
