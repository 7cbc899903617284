package org.epione.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.epione.demo.DemonstrationData.Patient;
import org.epione.demo.DemonstrationData.Request;
import org.epione.demo.client.DoctorDesk;
import org.epione.demo.client.Entry;
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
  private Optional<String> id = Optional.empty();

  /** Sharing of the record of that treatment. */
  public Sharing(Stage stage, Treatment treatment) {
    this.stage = stage;
    this.treatment = treatment;
    this.request = treatment.story().request().orElseThrow();
    this.patient = stage.data().patient(treatment.story().patient());
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
            onChain("ACCESS_REQUESTED"),
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
              "consent given", requestId(), onChain("CONSENT_GIVEN"), "signed by the patient");
    } else {
      reached("REFUSED_BY_PATIENT");
      stage
          .progress()
          .verified(
              "consent refused", requestId(), onChain("CONSENT_REFUSED"), "nothing was disclosed");
    }
  }

  /** Before the key is issued, and after a refusal, nothing can be read. */
  public void cannotRead() {
    DoctorDesk desk = stage.doctor(request.doctor());
    if (desk.request(requestId()).state().equals("READY")) {
      stage.progress().line("the key was issued in an earlier run already");
      return;
    }
    boolean refused =
        Refusals.refused(() -> desk.beginReading(requestId(), stage.password(request.doctor())));
    Verified.that(refused, "the record cannot be read without consent and key");
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
            onChain("RE_ENCRYPTION_KEY_ISSUED"),
            "on the chain before any reading");
  }

  /** The doctor reads; answers the reading's id. */
  public void read() {
    DoctorDesk desk = stage.doctor(request.doctor());
    DoctorDesk.Reading reading = readToTheEnd(desk);
    Verified.that(
        reading.state().equals("DELIVERED"),
        "the record is delivered, not " + reading.state() + " " + reading.reason());
    DoctorDesk.SharedRecord record = desk.record(reading.id());
    List<String> texts = record.entries().stream().map(Entry::text).toList();
    Verified.that(record.verified(), "the portal verified the doctors' signatures");
    Verified.that(texts.equals(treatment.texts()), "the text equals what was written");
    Verified.that(
        record.complaint().equals(treatment.story().complaint()), "the complaint is the same");
    stage
        .progress()
        .verified(
            "record read", requestId(), onChain("RECORD_READ"), "equals what the doctors wrote");
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
            onChain("CONSENT_WITHDRAWN"),
            "signed by the patient");
  }

  /** After the withdrawal the same request is refused, and the refusal is recorded. */
  public void readAfterWithdrawal() {
    DoctorDesk.Reading reading = readToTheEnd(stage.doctor(request.doctor()));
    Verified.that(
        reading.state().equals("REFUSED") && reading.reason().contains("CONSENT_WITHDRAWN"),
        "reading after withdrawal is refused, not " + reading.state() + " " + reading.reason());
    stage
        .progress()
        .verified("reading after withdrawal", requestId(), onChain("ACCESS_REFUSED"), "refused");
  }

  /** The id of the request. */
  public String requestId() {
    return id.orElseThrow(() -> new StepFailed("The record was not asked for."));
  }

  private DoctorDesk.Reading readToTheEnd(DoctorDesk desk) {
    String reading = desk.beginReading(requestId(), stage.password(request.doctor())).id();
    return stage
        .waiting()
        .until(
            "the re-encrypted record",
            WHERE + ", and failed messages",
            () -> Optional.of(desk.reading(reading)).filter(DoctorDesk.Reading::ended));
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

  /** Where the last act of that kind stands in the chain. */
  private String onChain(String act) {
    return stage
        .waiting()
        .until(
            act + " on the chain",
            "the auditor's page of the episode, and the administrator's chain page",
            () ->
                stage.auditor().acts(treatment.story().hospital(), treatment.episodeId()).stream()
                    .filter(done -> done.act().equals(act))
                    .reduce((earlier, later) -> later))
        .block()
        .toString();
  }

  private static Instant wholeSeconds(Instant instant) {
    return Instant.ofEpochSecond(instant.getEpochSecond());
  }
}
