package org.epione.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.epione.demo.DemonstrationData.Patient;
import org.epione.demo.DemonstrationData.Request;
import org.epione.demo.client.DoctorDesk;
import org.epione.demo.client.PatientDesk;
import org.epione.demo.client.SystemManagerDesk;
import org.epione.demo.client.SystemManagerDesk.KeyRequest;

/**
 * Fourth part of the path: a doctor elsewhere asks for the record, the patient decides, the system
 * manager issues the re-encryption key, the doctor reads.
 */
public final class Sharing {
  private static final String PURPOSE = "TREAT";
  private static final String WHERE =
      "the request in the doctor's, the patient's and the system manager's portal";
  private static final Set<String> OPEN = Set.of("SENT", "WITH_PATIENT", "CONSENTED", "READY");

  private final Stage stage;
  private final Treatment treatment;
  private final Request request;
  private final Patient patient;
  private final SharedReading reading;
  private Optional<String> id = Optional.empty();

  /** Sharing of the record of that treatment. */
  public Sharing(Stage stage, Treatment treatment) {
    this.stage = stage;
    this.treatment = treatment;
    this.request = treatment.story().request().orElseThrow();
    this.patient = stage.data().patient(treatment.story().patient());
    this.reading = new SharedReading(stage, treatment, request.doctor());
  }

  /** The doctor asks. */
  public void ask() {
    String reference = treatment.episode().reference();
    DoctorDesk desk = stage.doctor(request.doctor());
    DoctorDesk.Request asked =
        desk.requests().stream()
            .filter(r -> r.reference().equals(reference) && OPEN.contains(r.state()))
            .findFirst()
            .orElseGet(
                () ->
                    desk.ask(
                        treatment.story().hospital(),
                        reference,
                        PURPOSE,
                        wholeSeconds(
                            stage.clock().instant().plus(Duration.ofDays(request.validForDays()))),
                        stage.password(request.doctor())));
    id = Optional.of(asked.id());
    reached("WITH_PATIENT", "CONSENTED", "READY", "REFUSED_BY_PATIENT", "WITHDRAWN");
    stage
        .progress()
        .verified(
            "record asked for",
            asked.id(),
            treatment.onChain("ACCESS_REQUESTED"),
            request.doctor() + ": " + request.purpose());
  }

  /** The patient sees who asks for what, and consents or refuses as the story says. */
  public void decide() {
    PatientDesk desk = stage.patient(patient.userName());
    String password = stage.password(patient.userName());
    desk.questions().stream()
        .filter(question -> question.id().equals(requestId()))
        .filter(question -> question.state().equals("WAITING"))
        .findFirst()
        .ifPresent(
            question -> {
              if (request.consented()) {
                desk.consent(question.id(), password);
              } else {
                desk.refuse(question.id(), password);
              }
            });
    if (request.consented()) {
      reached("CONSENTED", "READY");
      stage
          .progress()
          .verified(
              "consent given",
              requestId(),
              treatment.onChain("CONSENT_GIVEN"),
              "signed by the patient");
    } else {
      reached("REFUSED_BY_PATIENT");
      stage
          .progress()
          .verified(
              "consent refused",
              requestId(),
              treatment.onChain("CONSENT_REFUSED"),
              "nothing was disclosed");
    }
  }

  /** Before the key is issued, and after a refusal, nothing can be read. */
  public void cannotRead() {
    DoctorDesk desk = stage.doctor(request.doctor());
    if (desk.request(requestId()).state().equals("READY")) {
      stage.progress().line("the key was issued in an earlier run already");
      return;
    }
    Verified.that(
        reading.cannotBegin(requestId()), "the record cannot be read without consent and key");
    stage.progress().verified("reading without consent", requestId(), "", "refused");
  }

  /** The system manager issues the re-encryption key. */
  public void issue() {
    SystemManagerDesk desk = stage.systemManager();
    KeyRequest waiting =
        stage.waiting().until("the consent at the system manager", WHERE, () -> keyRequest(desk));
    if (waiting.state().equals("WAITING")) {
      desk.issue(waiting.id());
    }
    reached("READY");
    stage
        .progress()
        .verified(
            "re-encryption key issued",
            requestId(),
            treatment.onChain("RE_ENCRYPTION_KEY_ISSUED"),
            "on the chain before any reading");
  }

  /** The doctor reads. */
  public void read() {
    reading.delivered(requestId());
    stage
        .progress()
        .verified(
            "record read",
            requestId(),
            treatment.onChain("RECORD_READ"),
            "equals what the doctors wrote");
  }

  /** The patient withdraws the consent. */
  public void withdraw() {
    PatientDesk desk = stage.patient(patient.userName());
    boolean active =
        desk.answered().stream()
            .anyMatch(q -> q.id().equals(requestId()) && q.state().equals("ISSUED"));
    if (active) {
      desk.withdraw(requestId(), stage.password(patient.userName()));
    }
    reached("WITHDRAWN");
    stage
        .progress()
        .verified(
            "consent withdrawn",
            requestId(),
            treatment.onChain("CONSENT_WITHDRAWN"),
            "signed by the patient");
  }

  /** After the withdrawal the same request is refused, and the refusal is recorded. */
  public void readAfterWithdrawal() {
    reading.refused(requestId(), "CONSENT_WITHDRAWN");
    stage
        .progress()
        .verified(
            "reading after withdrawal",
            requestId(),
            treatment.onChain("ACCESS_REFUSED"),
            "refused");
  }

  /** The id of the request. */
  public String requestId() {
    return id.orElseThrow(() -> new StepFailed("The record was not asked for."));
  }

  private Optional<KeyRequest> keyRequest(SystemManagerDesk desk) {
    return desk.keyRequests().stream().filter(row -> row.request().equals(requestId())).findFirst();
  }

  private void reached(String... states) {
    stage
        .waiting()
        .untilTrue(
            "the request " + requestId() + " to be " + String.join(" or ", states),
            WHERE + ", and the administrator's chain page",
            () ->
                List.of(states)
                    .contains(stage.doctor(request.doctor()).request(requestId()).state()));
  }

  private static Instant wholeSeconds(Instant instant) {
    return Instant.ofEpochSecond(instant.getEpochSecond());
  }
}
