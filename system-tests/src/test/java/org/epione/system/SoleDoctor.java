package org.epione.system;

import java.util.List;
import org.epione.demo.client.Episode;
import org.epione.demo.client.RegistrarDesk;

/**
 * Episodes of one patient of hospital A, each with the same doctor alone.
 *
 * @param doctor her user name
 */
record SoleDoctor(World world, String doctor, String doctorName) {
  static final String DOCTOR = "aoife.tanaka";
  static final String PATIENT = "chris.hegmann";

  private static final String NAME = "Aoife Tanaka";
  private static final String NUMBER = "A-10003";

  /** With a doctor of the demonstration. */
  SoleDoctor(World world) {
    this(world, DOCTOR, NAME);
  }

  /** Opens one, has the warrant signed, and waits until the doctor has her turn. */
  Episode turn(String complaint, String symptomCode) {
    RegistrarDesk desk = desk();
    String choice =
        desk.doctors().stream()
            .filter(each -> each.displayName().contains(doctorName))
            .findFirst()
            .orElseThrow()
            .id();
    Episode episode =
        desk.open(desk.patient(NUMBER).orElseThrow().id(), complaint, symptomCode, List.of(choice));
    world.stage().patient(PATIENT).signWarrants(episode.id(), world.stage().password(PATIENT));
    world
        .stage()
        .waiting()
        .untilTrue(
            "the turn",
            "the episode",
            () ->
                world
                    .stage()
                    .doctor(doctor)
                    .turn(episode.id())
                    .filter(each -> each.ready())
                    .isPresent());
    return episode;
  }

  /** The same episode as it is now. */
  Episode now(Episode episode) {
    return desk().episode(episode.id());
  }

  private RegistrarDesk desk() {
    return world.stage().registrar(world.data().hospital("HOSPITAL-A"));
  }
}
