package org.epione.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.epione.demo.Stage;
import org.epione.demo.client.AuditorDesk.Act;
import org.epione.demo.client.DoctorDesk;
import org.epione.demo.client.Episode;
import org.epione.demo.client.PatientDesk;
import org.epione.demo.client.PortalRefusal;
import org.junit.jupiter.api.Test;

/** Without a consent that holds at that moment, nothing is disclosed. */
class ConsentIT {
  private static final String DOCTOR = "tendai.marchetti";
  private static final String PATIENT = "ken.barton";
  private static final Duration SHORT = Duration.ofSeconds(45);

  private final World world = World.played();
  private final Stage stage = world.stage();
  private final Episode episode = world.episode("chest-pain");
  private final DoctorDesk doctor = stage.doctor(DOCTOR);
  private final PatientDesk patient = stage.patient(PATIENT);
  private final RecordSharing sharing = new RecordSharing(stage, DOCTOR, PATIENT, episode);

  @Test
  void reading_shouldBeRefused_whenEndDateHasPassed() {
    Instant end = stage.clock().instant().plus(SHORT);
    String request = sharing.ask(end);
    sharing.consent(request);
    sharing.issue(request);
    assertThat(sharing.read(request).state()).isEqualTo("DELIVERED");

    stage
        .waiting()
        .untilTrue("the end date", "the clock", () -> stage.clock().instant().isAfter(end));
    DoctorDesk.Reading late = sharing.read(request);

    assertThat(late.state()).isEqualTo("REFUSED");
    assertThat(late.reason()).contains("OUTSIDE_DATES");
    stage
        .waiting()
        .untilTrue(
            "the refusal on the chain",
            "the auditor's episode",
            () -> acts().stream().map(Act::act).filter("ACCESS_REFUSED"::equals).count() >= 2);
  }

  @Test
  void reading_shouldBeRefused_whenPatientHasNotAnswered() {
    String request = sharing.ask(stage.clock().instant().plus(Duration.ofDays(1)));
    assertRefused(() -> doctor.beginReading(request, stage.password(DOCTOR)));
    patient.refuse(request, stage.password(PATIENT));
    sharing.reached(request, "REFUSED_BY_PATIENT");
    assertRefused(() -> doctor.beginReading(request, stage.password(DOCTOR)));
    assertRefused(() -> patient.consent(request, stage.password(PATIENT)));
  }

  @Test
  void consent_shouldBeRefused_whenPasswordIsWrong() {
    String request = sharing.ask(stage.clock().instant().plus(Duration.ofDays(1)));
    assertRefused(() -> patient.consent(request, "not-her-password"));
    patient.refuse(request, stage.password(PATIENT));
    sharing.reached(request, "REFUSED_BY_PATIENT");
  }

  @Test
  void request_shouldBeRefused_whenEndDateLiesInThePast() {
    assertRefused(() -> sharing.ask(stage.clock().instant().minusSeconds(60)));
  }

  private List<Act> acts() {
    return stage.auditor().acts("HOSPITAL-A", episode.id());
  }

  private static void assertRefused(Runnable attempt) {
    org.assertj.core.api.Assertions.assertThatThrownBy(attempt::run)
        .isInstanceOfSatisfying(
            PortalRefusal.class,
            refusal -> {
              assertThat(refusal.status()).isBetween(400, 499);
              assertThat(refusal.code()).startsWith("EHR-");
            });
  }
}
