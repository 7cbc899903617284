package org.epione.demo;

import java.util.List;
import java.util.Optional;
import org.epione.demo.DemonstrationData.Hospital;
import org.epione.demo.DemonstrationData.Person;
import org.epione.demo.client.AdministratorDesk;
import org.epione.demo.client.AdministratorDesk.Member;
import org.epione.demo.client.Invited;
import org.epione.demo.client.SystemManagerDesk;

/**
 * First part of the path: hospitals are admitted and people get their accounts. Each act looks
 * first at what is there already, so that it can be repeated.
 */
public final class Enrolment {
  private final Stage stage;

  /** Enrolment on that stage. */
  public Enrolment(Stage stage) {
    this.stage = stage;
  }

  /** The system manager adds a hospital, and its chain begins. */
  public void admit(Hospital hospital) {
    SystemManagerDesk desk = stage.systemManager();
    if (desk.hospital(hospital.code()).isEmpty()) {
      desk.addHospital(hospital.code(), hospital.name(), hospital.administrator().displayName());
    }
    SystemManagerDesk.Hospital admitted =
        stage
            .waiting()
            .until(
                "the admission of " + hospital.code(),
                "hospitals in the portal, and the server's log for EHR-2",
                () -> desk.hospital(hospital.code()).filter(SystemManagerDesk.Hospital::admitted));
    stage
        .progress()
        .verified(
            "hospital admitted",
            hospital.code(),
            "0/0",
            "certificate issued, PID " + abbreviated(admitted.pid()) + ", chain begun");
  }

  /** A hospital's administrator activates the account. */
  public void activateAdministrator(Hospital hospital) {
    Person administrator = hospital.administrator();
    stage.activate(
        administrator.userName(),
        administrator.displayName() + ", administrator, " + hospital.name(),
        () -> stage.systemManager().administratorCode(hospital.code()));
    stage.as(administrator.userName());
    stage.progress().line(administrator.displayName() + " administers " + hospital.name());
  }

  /** The auditor is invited and activates the account. */
  public void inviteAuditor() {
    Person auditor = stage.data().auditor();
    SystemManagerDesk desk = stage.systemManager();
    if (find(desk.auditors(), auditor).isEmpty()) {
      desk.inviteAuditor(auditor.displayName());
    }
    stage.activate(
        auditor.userName(),
        auditor.displayName() + ", auditor",
        () ->
            find(desk.auditors(), auditor)
                .filter(account -> !account.active())
                .flatMap(account -> desk.auditorCode(account.accountId())));
    stage.as(auditor.userName());
    stage.progress().line(auditor.displayName() + " may audit");
  }

  /** A hospital's registrar and doctors are invited and activate their accounts. */
  public void staff(Hospital hospital) {
    member(hospital, "REGISTRAR", hospital.registrar());
    for (Person doctor : hospital.doctors()) {
      member(hospital, "DOCTOR", doctor);
    }
  }

  /** Every doctor's certificate is on the hospital's chain. */
  public void certificates(Hospital hospital) {
    for (Person doctor : hospital.doctors()) {
      stage
          .waiting()
          .untilTrue(
              "the certificate of " + doctor.displayName() + " on the chain",
              "staff in the administrator's portal, and the chain's state",
              () ->
                  member(stage.administrator(hospital), doctor)
                      .filter(Member::enrolled)
                      .isPresent());
      stage
          .progress()
          .verified(
              "doctor enrolled",
              doctor.userName(),
              "",
              doctor.specialty() + ", key possession proven, certificate on the chain");
    }
  }

  private void member(Hospital hospital, String role, Person person) {
    AdministratorDesk desk = stage.administrator(hospital);
    if (member(desk, person).isEmpty()) {
      desk.invite(role, person.displayName(), person.specialty());
    }
    String title = role.equals("DOCTOR") ? "doctor (" + person.specialty() + ")" : "registrar";
    stage.activate(
        person.userName(),
        person.displayName() + ", " + title + ", " + hospital.name(),
        () ->
            member(desk, person)
                .map(Member::account)
                .filter(account -> !account.active())
                .flatMap(account -> desk.code(account.accountId())));
    stage.as(person.userName());
    stage.progress().line(person.displayName() + ", " + title + ", has an account");
  }

  private static Optional<Member> member(AdministratorDesk desk, Person person) {
    return desk.staff().stream()
        .filter(member -> member.account().displayName().equals(person.displayName()))
        .findFirst();
  }

  private static Optional<Invited> find(List<Invited> accounts, Person person) {
    return accounts.stream()
        .filter(account -> account.displayName().equals(person.displayName()))
        .findFirst();
  }

  private static String abbreviated(String hex) {
    return hex.length() <= 12 ? hex : hex.substring(0, 12) + "...";
  }
}
