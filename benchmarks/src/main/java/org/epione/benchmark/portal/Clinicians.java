package org.epione.benchmark.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.epione.demo.DemonstrationData.Hospital;
import org.epione.demo.Stage;
import org.epione.demo.client.AdministratorDesk;
import org.epione.demo.client.AdministratorDesk.Member;
import org.epione.demo.client.Invited;
import org.epione.demo.client.PortalClient;

/** Enrols doctors for the load, as an administrator enrols any. */
final class Clinicians {

  /** Of all accounts that are made for the load. */
  static final String PASSPHRASE = "load-load-load-load-load-load";

  private final Stage stage;
  private final Hospital hospital;

  /** At the first hospital of that stage. */
  Clinicians(Stage stage) {
    this.stage = stage;
    this.hospital = stage.data().hospitals().get(0);
  }

  /** As many doctors, each signed in; those of an earlier run are taken first. */
  List<Clinician> enrol(int number) {
    AdministratorDesk desk = stage.administrator(hospital);
    List<Clinician> people = new ArrayList<>();
    List<Member> staff = desk.staff();
    for (int i = 0; i < number; i++) {
      String name = name(i);
      if (staff.stream().noneMatch(member -> member.account().displayName().equals(name))) {
        desk.invite("DOCTOR", name, "Internal medicine");
      }
    }
    staff = desk.staff();
    for (int i = 0; i < number; i++) {
      String name = name(i);
      String userName = name.toLowerCase(Locale.ROOT).replace(' ', '.');
      Invited account =
          staff.stream()
              .map(Member::account)
              .filter(each -> each.displayName().equals(name))
              .findFirst()
              .orElseThrow();
      PortalClient portal = new PortalClient(stage.target().portal());
      if (!account.active()) {
        portal.activate(desk.code(account.accountId()).orElseThrow(), userName, PASSPHRASE);
      }
      people.add(new Clinician(name, portal, portal.signIn(userName, PASSPHRASE), i));
    }
    return people;
  }

  private static String name(int number) {
    return String.format(Locale.ROOT, "Load %03d", number);
  }
}
