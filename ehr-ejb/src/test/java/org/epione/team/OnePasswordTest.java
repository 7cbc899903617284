package org.epione.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.epione.team.boundary.MyTreatments;
import org.epione.team.boundary.SigningView;
import org.epione.team.boundary.TeamEdit;
import org.epione.team.boundary.Turns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stretching a password is most of what an episode costs: an act does it once. */
class OnePasswordTest {

  @TempDir private Path home;

  private Clinic clinic;
  private Treatment treatment;
  private MyTreatments patients;
  private String id;

  @BeforeEach
  void open() throws Exception {
    clinic = new Clinic(home, 3);
    treatment = new Treatment(clinic);
    patients = clinic.bean(MyTreatments.class);
    id = treatment.open();
  }

  @AfterEach
  void close() {
    clinic.close();
  }

  @Test
  void authorising_shouldStretchItOnce_forTheKeyAndAllWarrants() throws Exception {
    assertThat(stretched(clinic.patient, () -> patients.authorise(id, Clinic.PASSWORD)))
        .isEqualTo(1);
    clinic.wire.deliverAll();
    assertThat(treatment.episode(id).state()).isEqualTo("IN_TREATMENT");
  }

  @Test
  void eachDoctor_shouldStretchItOnce_theLastForPartAndRecord() throws Exception {
    treatment.authorise(id);
    for (int place = 1; place <= 3; place++) {
      assertThat(stretchedToSign(place)).as("place " + place).isEqualTo(1);
      clinic.wire.deliverAll();
    }
    assertThat(treatment.episode(id).state()).isEqualTo("FINAL");
  }

  @Test
  void agreeing_shouldStretchItOnce_forWarrantsAndRecord() throws Exception {
    treatment.authorise(id);
    treatment.propose(
        clinic.registrar, id, new TeamEdit(2, true, Optional.empty()), "On leave until Monday");
    clinic.later(Duration.ofMinutes(1));

    assertThat(stretched(clinic.patient, () -> patients.agreeToChange(id, Clinic.PASSWORD)))
        .isEqualTo(1);
    clinic.wire.deliverAll();
    assertThat(treatment.episode(id).team()).hasSize(2);
  }

  private int stretchedToSign(int place) throws Exception {
    clinic.later(Duration.ofMinutes(1));
    Turns turns = clinic.bean(Turns.class);
    SigningView shown =
        clinic.as(
            treatment.doctor(place),
            () -> {
              int step = turns.open(treatment.keys(place), id).step();
              int version = turns.draftVersion(treatment.keys(place), id);
              return turns.prepare(treatment.keys(place), id, step, version, "finding");
            });
    return stretched(
        treatment.doctor(place),
        () ->
            turns.sign(
                treatment.keys(place), id, shown.step(), shown.contentDigest(), Clinic.PASSWORD));
  }

  private int stretched(Clinic.Person person, org.epione.testing.Container.Work act)
      throws Exception {
    return clinic.stretchings.during(
        () ->
            clinic.as(
                person,
                () -> {
                  act.run();
                  return true;
                }));
  }
}
