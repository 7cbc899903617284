package org.epione.system;

import java.util.Optional;
import org.epione.demo.Stage;
import org.epione.demo.client.AdministratorDesk;
import org.epione.demo.client.AdministratorDesk.Member;

/**
 * A doctor of hospital A whom one test enrols for itself, because it does to her what would disturb
 * others.
 *
 * @param userName how she signs in: her name in lower case, with a dot
 */
record OwnDoctor(World world, String userName, String name, String specialty) {
  private static final String HOSPITAL = "HOSPITAL-A";

  /** Invites and activates her, and waits until her certificate is on the chain. */
  void enrol() {
    Stage stage = world.stage();
    AdministratorDesk desk = stage.administrator(world.data().hospital(HOSPITAL));
    if (member(desk).isEmpty()) {
      desk.invite("DOCTOR", name, specialty);
    }
    stage.activate(
        userName,
        "doctor",
        () ->
            member(desk)
                .map(Member::account)
                .filter(account -> !account.active())
                .flatMap(account -> desk.code(account.accountId())));
    stage
        .waiting()
        .untilTrue(
            "the certificate of " + name,
            "staff in the administrator's portal",
            () -> member(desk).filter(Member::enrolled).isPresent());
  }

  private Optional<Member> member(AdministratorDesk desk) {
    return desk.staff().stream()
        .filter(each -> each.account().displayName().equals(name))
        .findFirst();
  }
}
