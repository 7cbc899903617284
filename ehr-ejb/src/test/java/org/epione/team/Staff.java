package org.epione.team;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.epione.enrolment.boundary.DoctorState;
import org.epione.enrolment.boundary.DoctorView;
import org.epione.enrolment.boundary.Doctors;
import org.epione.ledger.identity.DoctorCertificate;
import org.epione.ledger.identity.Pid;
import org.epione.platform.identity.AccountId;
import org.epione.platform.identity.PartyCode;

/** The doctors of the test's hospitals. */
final class Staff extends Doctors {

  private final List<DoctorView> doctors = new ArrayList<>();

  void add(Clinic.Person person, PartyCode hospital, DoctorCertificate certificate) {
    doctors.add(
        new DoctorView(
            person.account(),
            hospital,
            person.name(),
            "general practice",
            certificate,
            DoctorState.ENROLLED));
  }

  void changed(AccountId account, DoctorCertificate certificate) {
    doctors.replaceAll(
        each ->
            each.account().equals(account)
                ? new DoctorView(
                    account,
                    each.hospital(),
                    each.displayName(),
                    each.specialty(),
                    certificate,
                    each.state())
                : each);
  }

  @Override
  public List<DoctorView> ofHospital(PartyCode hospital) {
    return doctors.stream().filter(each -> each.hospital().equals(hospital)).toList();
  }

  @Override
  public Optional<DoctorView> byAccount(AccountId account) {
    return doctors.stream().filter(each -> each.account().equals(account)).findFirst();
  }

  @Override
  public Optional<DoctorView> byPid(Pid pid) {
    return doctors.stream().filter(each -> each.pid().equals(pid)).findFirst();
  }
}
