package org.epione.team.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.epione.platform.erasure.ForgottenPatient;
import org.epione.platform.erasure.ForgottenRegister;
import org.epione.platform.erasure.Obstacle;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.team.Clinic;
import org.epione.team.Treatment;
import org.epione.team.boundary.AddendumDesk;
import org.epione.team.boundary.EpisodeDesk;
import org.epione.team.boundary.OpenEpisode;
import org.epione.team.boundary.SignedRecordView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What teams knew of a patient is destroyed; doctors are told so, and cannot go on. */
class EpisodeErasureTest {

  @TempDir private Path home;
  private Clinic clinic;
  private Treatment treatment;

  @BeforeEach
  void open() throws Exception {
    clinic = new Clinic(home, 2);
    treatment = new Treatment(clinic);
  }

  @AfterEach
  void close() {
    clinic.close();
  }

  @Test
  void episode_shouldBeAnObstacle_untilItsRecordIsFinal() throws Exception {
    String id = treatment.open();
    assertThat(obstacle(id)).as("nobody has agreed to it").isEmpty();
    treatment.authorise(id);
    treatment.sign(id, 1, "Angina suspected.");
    assertThat(obstacle(id)).contains(Obstacle.EPISODE_OPEN);
    treatment.sign(id, 2, "Confirmed.");
    assertThat(obstacle(id)).isEmpty();
  }

  @Test
  void texts_shouldBeGone_withTheKeysThatOpenThem() throws Exception {
    String id = treatment.open();
    treatment.authorise(id);
    treatment.sign(id, 1, "Angina suspected.");
    execute("update team_episode set state = 'STOPPED'");
    assertThat(count("team_part where sealed_text is not null")).isEqualTo(1);
    assertThat(count("team_member where sealed_briefing is not null")).isEqualTo(2);

    int entries = erase(id);

    assertThat(entries).isGreaterThanOrEqualTo(4);
    assertThat(count("team_part where sealed_text is not null")).isZero();
    assertThat(count("team_member where sealed_briefing is not null")).isZero();
    assertThat(count("team_turn where sealed_draft is not null or sealed_former is not null"))
        .isZero();
    assertThat(erase(id)).as("again, nothing is left").isZero();
    assertThat(count("team_part")).as("who signed stays").isEqualTo(1);
  }

  @Test
  void episode_shouldEnd_ifNobodyAgreedToIt() throws Exception {
    String id = treatment.open();
    erase(id);
    assertThat(treatment.episode(id).state()).isEqualTo("STOPPED");
  }

  @Test
  void people_shouldBeTold_wherePatientsNamesStood() throws Exception {
    String id = finished();
    assertThat(signedBy(1).patient()).isEqualTo("Ann Bell");
    erase(id);

    assertThat(signedBy(1).patient()).isEqualTo("Forgotten patient");
    assertThat(treatment.episode(id).patient()).isEqualTo("Forgotten patient");
    assertThat(treatment.episode(id).complaint()).isEmpty();
    refused(() -> clinic.as(treatment.doctor(1), () -> clinic.bean(AddendumDesk.class).open(id)));
    refused(
        () ->
            clinic.as(
                clinic.registrar,
                () ->
                    clinic
                        .bean(EpisodeDesk.class)
                        .open(
                            new OpenEpisode(
                                clinic.patientId.toString(),
                                "Chest pain",
                                "R07",
                                List.of(treatment.doctor(1).account().toString())))));
  }

  private String finished() throws Exception {
    String id = treatment.open();
    treatment.authorise(id);
    treatment.sign(id, 1, "Angina suspected.");
    treatment.sign(id, 2, "Confirmed.");
    return id;
  }

  private SignedRecordView signedBy(int place) throws Exception {
    return clinic
        .as(treatment.doctor(place), () -> clinic.bean(AddendumDesk.class).signed())
        .get(0);
  }

  private java.util.Optional<Obstacle> obstacle(String episode) {
    return clinic.container.transaction(
        () -> clinic.bean(EpisodeErasure.class).obstacle(patient(episode)));
  }

  private int erase(String episode) {
    return clinic.container.transaction(
        () -> {
          clinic
              .bean(ForgottenRegister.class)
              .remember(Clinic.HOSPITAL, patient(episode), clinic.container.clock().instant());
          return clinic.bean(EpisodeErasure.class).erase(patient(episode));
        });
  }

  private ForgottenPatient patient(String episode) {
    return new ForgottenPatient(Clinic.HOSPITAL, clinic.patient.account(), List.of(episode));
  }

  private void execute(String statement) throws Exception {
    try (var connection = clinic.container.dataSource().getConnection();
        var change = connection.createStatement()) {
      change.executeUpdate(statement);
    }
  }

  private long count(String rows) throws Exception {
    return treatment.count("select count(*) from " + rows);
  }

  private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            RefusedException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.PATIENT_FORGOTTEN));
  }
}
