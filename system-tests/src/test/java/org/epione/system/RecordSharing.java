package org.epione.system;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.epione.demo.Stage;
import org.epione.demo.client.DoctorDesk;
import org.epione.demo.client.Episode;
import org.epione.demo.client.SystemManagerDesk.KeyRequest;

/** A doctor elsewhere on the way to the record of a patient of hospital A, step by step. */
record RecordSharing(Stage stage, String doctor, String patient, Episode episode) {

  /** Asks for treatment, and waits until the patient has the request. */
  String ask(Instant notAfter) {
    String id = send("TREAT", notAfter);
    reached(id, "WITH_PATIENT");
    return id;
  }

  /** Asks, and waits for nothing. */
  String send(String purpose, Instant notAfter) {
    return stage
        .doctor(doctor)
        .ask(
            "HOSPITAL-A",
            episode.reference(),
            purpose,
            Instant.ofEpochSecond(notAfter.getEpochSecond()),
            stage.password(doctor))
        .id();
  }

  /** The patient consents. */
  void consent(String request) {
    stage.patient(patient).consent(request, stage.password(patient));
  }

  /** The system manager issues the key, and the doctor can read. */
  void issue(String request) {
    KeyRequest key =
        stage
            .waiting()
            .until(
                "the consent at the system manager",
                "the request",
                () ->
                    stage.systemManager().keyRequests().stream()
                        .filter(row -> row.request().equals(request))
                        .findFirst());
    stage.systemManager().issue(key.id());
    reached(request, "READY");
  }

  /** All of it, for a day. */
  String readable() {
    String request = ask(stage.clock().instant().plus(Duration.ofDays(1)));
    consent(request);
    issue(request);
    return request;
  }

  /** The doctor reads, or is refused. */
  DoctorDesk.Reading read(String request) {
    DoctorDesk desk = stage.doctor(doctor);
    String reading = desk.beginReading(request, stage.password(doctor)).id();
    return stage
        .waiting()
        .until(
            "the end of the reading",
            "the request",
            () -> Optional.of(desk.reading(reading)).filter(DoctorDesk.Reading::ended));
  }

  /** Waits until the doctor sees the request in that state. */
  void reached(String request, String state) {
    stage
        .waiting()
        .untilTrue(
            "the request to be " + state,
            "the request",
            () -> stage.doctor(doctor).request(request).state().equals(state));
  }
}
