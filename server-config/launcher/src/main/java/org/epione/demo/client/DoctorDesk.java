package org.epione.demo.client;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.epione.crypto.transcript.Digest;

/** What a doctor does at the portal. */
public record DoctorDesk(PortalSession session) {

  /** A turn that waits in the inbox; {@code ready} once it can be opened. */
  public record Turn(String episodeId, String reference, int place, boolean ready) {}

  /**
   * A request of the doctor for a record of another hospital.
   *
   * @param state {@code SENT}, {@code WITH_PATIENT}, {@code CONSENTED}, {@code READY}, {@code
   *     UNAVAILABLE}, {@code REFUSED_BY_PATIENT}, {@code DENIED}, {@code WITHDRAWN} or {@code
   *     EXPIRED}
   */
  public record Request(String id, String reference, String state, String reason) {
    static Request of(JsonObject row) {
      return new Request(
          row.getString("id"),
          row.getString("reference"),
          row.getString("state"),
          Fields.text(row, "reason").orElse(""));
    }
  }

  /**
   * A reading of a record of another hospital.
   *
   * @param state {@code RECORDING}, {@code ASKED}, {@code DELIVERED}, {@code REFUSED} or {@code
   *     CLOSED}
   */
  public record Reading(String id, String state, String reason) {
    static Reading of(JsonObject row) {
      return new Reading(
          row.getString("id"), row.getString("state"), Fields.text(row, "reason").orElse(""));
    }

    /** Whether nothing more will come. */
    public boolean ended() {
      return !state.equals("RECORDING") && !state.equals("ASKED");
    }
  }

  /** A record as it was shown; {@code verified} by the portal against its signatures. */
  public record SharedRecord(String complaint, boolean verified, List<Entry> entries) {
    /** Without the text. */
    @Override
    public String toString() {
      return "record of " + entries.size() + " parts";
    }
  }

  /** An addition to a record that the doctor signed. */
  public record Addendum(String id, String reference, String state) {}

  /** What was or is to be added to a record that the doctor signed, the latest first. */
  public List<Addendum> addenda(String episodeId) {
    return session.list("api/signed-records").getValuesAs(JsonObject.class).stream()
        .filter(row -> row.getString("id").equals(episodeId))
        .flatMap(row -> Fields.objects(row, "addenda").stream())
        .map(
            row ->
                new Addendum(
                    row.getString("id"), row.getString("reference"), row.getString("state")))
        .toList();
  }

  /** The inbox. */
  public List<Turn> inbox() {
    return session.list("api/turns").getValuesAs(JsonObject.class).stream()
        .map(
            row ->
                new Turn(
                    row.getString("episode"),
                    row.getString("reference"),
                    row.getInt("place"),
                    row.getBoolean("ready")))
        .toList();
  }

  /** The turn of that episode, where it waits in the inbox. */
  public Optional<Turn> turn(String episodeId) {
    return inbox().stream().filter(turn -> turn.episodeId().equals(episodeId)).findFirst();
  }

  /**
   * A doctor's station, if there is one, and what it is to believe.
   *
   * @param needed how many stations are two thirds of the delegates
   */
  public record Station(Optional<String> name, String systemManagerKey, int needed) {}

  /** The doctor's station. */
  public Station station() {
    JsonObject row = session.get("api/station");
    return new Station(
        Fields.text(row, "name"), row.getString("systemManagerKey"), row.getInt("needed"));
  }

  /** Enrols the station that shows this code. */
  public void enrolStation(String code, String password) {
    session.post("api/station", Fields.of("code", code, "password", password));
  }

  /** Withdraws it. */
  public void withdrawStation(String password) {
    session.post("api/station/withdrawal", Fields.of("password", password));
  }

  /** What the doctors before wrote. */
  public List<Entry> before(String episodeId) {
    return Entry.of(session.get("api/turns/" + episodeId), "before");
  }

  /** Why the turn came back, if it did. */
  public Optional<String> cameBackBecause(String episodeId) {
    return Fields.text(session.get("api/turns/" + episodeId), "cameBackBecause");
  }

  /**
   * Attaches a file to the turn, unless it is there already; what an earlier attempt left
   * unfinished goes.
   */
  public void attach(String episodeId, String name, byte[] content) {
    String path = "api/turns/" + episodeId + "/attachments";
    for (JsonObject upload : session.list(path).getValuesAs(JsonObject.class)) {
      if (upload.getString("name").equals(name)) {
        if (upload.getBoolean("complete")) {
          return;
        }
        session.delete(path + "/" + upload.getString("id"));
      }
    }
    JsonObject begun =
        session.post(
            path, Json.createObjectBuilder().add("name", name).add("size", content.length).build());
    String upload = path + "/" + begun.getString("id");
    int slice = begun.getInt("slice");
    for (int from = 0; from < content.length; from += slice) {
      byte[] piece = Arrays.copyOfRange(content, from, Math.min(content.length, from + slice));
      session.slice(upload, from, Digest.of(piece), piece);
    }
    session.post(upload + "/completion", JsonObject.EMPTY_JSON_OBJECT);
  }

  /** Writes and signs. */
  public void sign(String episodeId, String text, String password) {
    session.post(
        "api/turns/" + episodeId + "/signature", Fields.of("text", text, "password", password));
  }

  /** Sends the turn back to the doctor before. */
  public void sendBack(String episodeId, String reason) {
    session.post("api/turns/" + episodeId + "/return", Fields.of("reason", reason));
  }

  /** The doctor's own requests for records of other hospitals. */
  public List<Request> requests() {
    return session.list("api/record-requests").getValuesAs(JsonObject.class).stream()
        .map(Request::of)
        .toList();
  }

  /** The doctor's request of that id. */
  public Request request(String id) {
    return Request.of(session.get("api/record-requests/" + id));
  }

  /**
   * Asks for the record of an episode at another hospital.
   *
   * @param purpose HL7 v3 PurposeOfUse, for example {@code TREAT}
   */
  public Request ask(
      String hospital, String reference, String purpose, Instant notAfter, String password) {
    return Request.of(
        session.post(
            "api/record-requests",
            Fields.builder("hospital", hospital)
                .add("reference", reference)
                .add("purpose", purpose)
                .add("notAfter", notAfter.toString())
                .add("password", password)
                .build()));
  }

  /** Begins to read. */
  public Reading beginReading(String requestId, String password) {
    return Reading.of(
        session.post(
            "api/record-requests/" + requestId + "/readings", Fields.of("password", password)));
  }

  /** How a reading stands. */
  public Reading reading(String readingId) {
    return Reading.of(session.get("api/readings/" + readingId));
  }

  /** The record of a reading that was delivered. */
  public SharedRecord record(String readingId) {
    JsonObject record = session.get("api/readings/" + readingId + "/record");
    return new SharedRecord(
        record.getString("complaint"), record.getBoolean("verified"), Entry.of(record, "parts"));
  }

  /** The doctor's own emergencies, the latest first. */
  public List<Emergency> emergencies() {
    return Emergency.all(session.list("api/emergencies"));
  }

  /**
   * Asks to open a patient's records without her.
   *
   * @param number of the patient with the doctor's hospital
   * @param reason name of an {@code EmergencyReason}
   */
  public Emergency askInEmergency(String number, String reason, String text, String password) {
    return Emergency.of(
        session.post(
            "api/emergencies",
            Fields.builder("number", number)
                .add("reason", reason)
                .add("text", text)
                .add("password", password)
                .build()));
  }

  /** What colleagues ask for in emergencies. */
  public List<Emergency> emergenciesToConfirm() {
    return Emergency.all(session.list("api/emergencies-to-confirm"));
  }

  /** Confirms a colleague's emergency. */
  public void confirmEmergency(String id, String password) {
    session.post(
        "api/emergencies-to-confirm/" + id + "/confirmation", Fields.of("password", password));
  }
}
