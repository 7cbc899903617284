package org.epione.demo.client;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What a registrar does at the portal. */
public record RegistrarDesk(PortalSession session) {

  /** A registered patient. */
  public record Patient(String id, String number, String displayName, String state) {
    static Patient of(JsonObject row) {
      return new Patient(
          row.getString("id"),
          row.getString("hospitalNumber"),
          row.getString("displayName"),
          row.getString("state"));
    }

    /** Whether she has activated her account. */
    public boolean active() {
      return state.equals("ACTIVE");
    }
  }

  /** A doctor who can be put in a team. */
  public record Doctor(String id, String displayName) {}

  /** Patients that a search finds. */
  public List<Patient> patients(String query) {
    return session
        .postForList("api/patients/search", Fields.of("query", query))
        .getValuesAs(JsonObject.class)
        .stream()
        .map(Patient::of)
        .toList();
  }

  /** The patient of that hospital number. */
  public Optional<Patient> patient(String number) {
    return patients(number).stream().filter(p -> p.number().equals(number)).findFirst();
  }

  /** All that the registrar sees of a patient. */
  public JsonObject details(String patientId) {
    return session.get("api/patients/" + patientId);
  }

  /** The printed activation code of a patient, empty once it was used. */
  public Optional<String> patientCode(String patientId) {
    return Codes.read(session, "api/patients/" + patientId + "/invitation");
  }

  /** Registers a patient under a number of the hospital. */
  public Patient register(String number, String familyName, String givenName, String birthDate) {
    return Patient.of(
        session.post(
            "api/patients",
            Fields.builder("hospitalNumber", number)
                .add("familyName", familyName)
                .add("givenName", givenName)
                .add("birthDate", birthDate)
                .build()));
  }

  /** Doctors who can be put in a team. */
  public List<Doctor> doctors() {
    return session.list("api/doctors").getValuesAs(JsonObject.class).stream()
        .map(row -> new Doctor(row.getString("accountId"), row.getString("displayName")))
        .toList();
  }

  /** Opens an episode with a team in signing order. */
  public Episode open(
      String patientId, String complaint, String symptomCode, List<String> doctorIds) {
    return Episode.of(
        session.post(
            "api/episodes",
            Fields.builder("patientId", patientId)
                .add("complaint", complaint)
                .add("symptomCode", symptomCode)
                .add("doctors", Json.createArrayBuilder(doctorIds))
                .build()));
  }

  /** The ids of a patient's episodes, oldest first. */
  public List<String> episodesOf(String patientId) {
    return session.list("api/episodes").getValuesAs(JsonObject.class).stream()
        .filter(row -> row.getString("patientId").equals(patientId))
        .sorted(Comparator.comparing(row -> row.getString("openedAt")))
        .map(row -> row.getString("id"))
        .toList();
  }

  /** An episode as it stands. */
  public Episode episode(String id) {
    return Episode.of(session.get("api/episodes/" + id));
  }

  /** Proposes to the patient that the doctor at that place does not sign any more. */
  public void leaveOut(String episodeId, int place, String reason) {
    session.post(
        "api/teams/" + episodeId + "/change",
        Fields.builder("reason", reason).add("place", place).add("leaveOut", true).build());
  }

  /**
   * A time that was offered.
   *
   * @param cardNumber whose it is, and why she comes; empty while it is free
   */
  public record Slot(
      String doctor,
      Instant start,
      Instant end,
      Optional<String> cardNumber,
      Optional<String> reason) {
    static Slot of(JsonObject row) {
      Optional<JsonObject> booking = Optional.ofNullable(row.getJsonObject("booking"));
      return new Slot(
          row.getString("doctor"),
          Instant.parse(row.getString("start")),
          Instant.parse(row.getString("end")),
          booking.map(each -> each.getString("cardNumber")),
          booking.map(each -> each.getString("reason")));
    }

    /** Without who and why. */
    @Override
    public String toString() {
      return doctor + " " + start;
    }
  }

  /** Times to come, free and booked. */
  public List<Slot> slots() {
    return session.list("api/appointment-slots").getValuesAs(JsonObject.class).stream()
        .map(Slot::of)
        .toList();
  }

  /**
   * Offers times of a doctor, one after the other.
   *
   * @param start of the first, in the hospital's time
   */
  public void offer(Doctor doctor, LocalDateTime start, int minutes, int number, String place) {
    session.post(
        "api/appointment-slots",
        Fields.builder("doctor", doctor.id())
            .add("start", start.toString())
            .add("minutes", minutes)
            .add("number", number)
            .add("place", place)
            .build());
  }
}
