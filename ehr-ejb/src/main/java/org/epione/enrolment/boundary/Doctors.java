package org.epione.enrolment.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.epione.account.boundary.Role;
import org.epione.enrolment.control.Staff;
import org.epione.enrolment.entity.Doctor;
import org.epione.enrolment.entity.StaffMember;
import org.epione.ledger.identity.Pid;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;

/**
 * The doctors of the hospitals hosted here, for the other features; pages and resources do not call
 * this.
 */
@Stateless
@PermitAll
public class Doctors {

  @Inject private Staff staff;

  /** All doctors of a hospital who stand on its chain, by name. */
  public List<DoctorView> ofHospital(PartyCode hospital) {
    return staff.ofParty(hospital, Set.of(Role.DOCTOR)).stream()
        .flatMap(member -> view(member).stream())
        .filter(doctor -> doctor.state() == DoctorState.ENROLLED)
        .toList();
  }

  /** The doctor whose account that is, enrolled or not yet. */
  public Optional<DoctorView> byAccount(AccountId account) {
    return staff.byAccount(account).flatMap(this::view);
  }

  /** The doctor behind a pseudo-identity of a hospital hosted here. */
  public Optional<DoctorView> byPid(Pid pid) {
    return staff
        .byPid(pid)
        .flatMap(doctor -> staff.member(doctor).map(member -> view(member, doctor)));
  }

  private Optional<DoctorView> view(StaffMember member) {
    return staff.doctor(member).map(doctor -> view(member, doctor));
  }

  private static DoctorView view(StaffMember member, Doctor doctor) {
    return new DoctorView(
        member.account(),
        member.party(),
        member.displayName(),
        member.specialty(),
        doctor.certificate(),
        doctor.state());
  }
}
