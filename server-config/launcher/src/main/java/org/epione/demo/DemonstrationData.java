package org.epione.demo;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;

/** Who and what the demonstration is about, read from the files beside this class. */
public record DemonstrationData(
    Person systemManager,
    Person auditor,
    List<Hospital> hospitals,
    List<Patient> patients,
    List<Story> stories,
    Meeting meeting) {

  /** A member of staff. */
  public record Person(String userName, String givenName, String familyName, String specialty) {
    /** As it is shown. */
    public String displayName() {
      return givenName + " " + familyName;
    }
  }

  /** A hospital with its staff. */
  public record Hospital(
      String code, String name, Person administrator, Person registrar, List<Person> doctors) {
    /** The doctor of that user name. */
    public Person doctor(String userName) {
      return find(
          doctors.stream().filter(each -> each.userName().equals(userName)).findFirst(), userName);
    }
  }

  /** A patient and the files of the messages that tell of her, in order. */
  public record Patient(
      String hospital,
      String number,
      String userName,
      String givenName,
      String familyName,
      List<String> messages) {
    /** As it is shown. */
    public String displayName() {
      return givenName + " " + familyName;
    }
  }

  /**
   * One doctor's part in an episode.
   *
   * @param attachment the name of a file beside this class
   */
  public record Contribution(String doctor, String diagnosis, Optional<String> attachment) {}

  /** Who asks for an episode's record, why, until when, and what the patient says. */
  public record Request(String doctor, String purpose, int validForDays, boolean consented) {}

  /** What a doctor of the team signs first, and why the doctor after sends it back. */
  public record Correction(String doctor, String first, String returnedBecause) {}

  /** A doctor of the team who cannot sign, and why. */
  public record Absence(String doctor, String reason) {}

  /** What the patient books before the episode: with whom, how long, where and why. */
  public record AppointmentStory(String doctor, int minutes, String place, String reason) {}

  /**
   * Who opens the patient's records without her, and what those say who let it happen.
   *
   * @param reason name of an {@code EmergencyReason}
   * @param text what is the matter
   * @param released why the system manager releases its share
   * @param finding of the review
   */
  public record EmergencyStory(
      String askedBy,
      String confirmedBy,
      String reason,
      String text,
      String released,
      String finding) {}

  /**
   * Patients who look for others with the same symptom.
   *
   * @param symptom HPO code that both look for
   * @param patients the two who find each other, by hospital number
   * @param hello what the first writes
   * @param answer what the second writes
   * @param other who looks for something else, by hospital number
   * @param otherSymptom HPO code that she looks for
   */
  public record Meeting(
      String symptom,
      List<String> patients,
      String hello,
      String answer,
      String other,
      String otherSymptom) {

    /** Everybody who looks. */
    public List<String> everybody() {
      return Stream.concat(patients.stream(), Stream.of(other)).toList();
    }
  }

  /** An episode as it will be played. */
  public record Story(
      String name,
      String hospital,
      String patient,
      String complaint,
      String symptomCode,
      List<Contribution> team,
      Optional<Correction> correction,
      Optional<Absence> absence,
      Optional<EmergencyStory> emergency,
      Optional<AppointmentStory> appointment,
      Optional<Request> request) {

    /** Who of the team signs in the end, in order. */
    public List<Contribution> signers() {
      return team.stream().filter(part -> !isAbsent(part)).toList();
    }

    private boolean isAbsent(Contribution part) {
      return absence.filter(away -> away.doctor().equals(part.doctor())).isPresent();
    }
  }

  /** Reads the files of the jar. */
  public static DemonstrationData read() throws IOException {
    JsonObject people = object("people.json");
    return new DemonstrationData(
        person(people.getJsonObject("systemManager")),
        person(people.getJsonObject("auditor")),
        objects(people, "hospitals").stream().map(DemonstrationData::hospital).toList(),
        objects(object("patients.json"), "patients").stream()
            .map(DemonstrationData::patient)
            .toList(),
        objects(object("episodes.json"), "episodes").stream()
            .map(DemonstrationData::story)
            .toList(),
        meeting(object("meeting.json")));
  }

  /** The bytes of a file beside this class, for example {@code adt-a04/A-10001.hl7}. */
  public static byte[] file(String name) throws IOException {
    try (InputStream in = open(name)) {
      return in.readAllBytes();
    }
  }

  /** The hospital of that code. */
  public Hospital hospital(String code) {
    return find(hospitals.stream().filter(h -> h.code().equals(code)).findFirst(), code);
  }

  /** The patient of that hospital number. */
  public Patient patient(String number) {
    return find(patients.stream().filter(p -> p.number().equals(number)).findFirst(), number);
  }

  /** The patients of those episodes, and those who look for others with the same symptom. */
  public List<Patient> active(List<Story> episodes) {
    return Stream.concat(episodes.stream().map(Story::patient), meeting.everybody().stream())
        .distinct()
        .map(this::patient)
        .toList();
  }

  /** The episode of that name. */
  public Story story(String name) {
    return find(stories.stream().filter(s -> s.name().equals(name)).findFirst(), name);
  }

  private static <T> T find(Optional<T> found, String name) {
    return found.orElseThrow(
        () -> new NoSuchElementException(name + " is not in the demonstration's data."));
  }

  private static Hospital hospital(JsonObject hospital) {
    return new Hospital(
        hospital.getString("code"),
        hospital.getString("name"),
        person(hospital.getJsonObject("administrator")),
        person(hospital.getJsonObject("registrar")),
        objects(hospital, "doctors").stream().map(DemonstrationData::person).toList());
  }

  private static Person person(JsonObject person) {
    return new Person(
        person.getString("username"),
        person.getString("givenName"),
        person.getString("familyName"),
        person.getString("specialty", ""));
  }

  private static Patient patient(JsonObject patient) {
    return new Patient(
        patient.getString("hospital"),
        patient.getString("hospitalNumber"),
        patient.getString("username"),
        patient.getString("givenName"),
        patient.getString("familyName"),
        patient.getJsonArray("messages").getValuesAs(JsonString::getString));
  }

  private static Story story(JsonObject story) {
    JsonObject complaint = story.getJsonObject("chiefComplaint");
    return new Story(
        story.getString("name"),
        story.getString("hospital"),
        story.getString("patient"),
        complaint.getString("text"),
        complaint.getJsonObject("symptom").getString("code"),
        objects(story, "team").stream().map(DemonstrationData::contribution).toList(),
        Optional.ofNullable(story.getJsonObject("correction")).map(DemonstrationData::correction),
        Optional.ofNullable(story.getJsonObject("absence")).map(DemonstrationData::absence),
        Optional.ofNullable(story.getJsonObject("emergency")).map(DemonstrationData::emergency),
        Optional.ofNullable(story.getJsonObject("appointment")).map(DemonstrationData::appointment),
        Optional.ofNullable(story.getJsonObject("sharing")).map(DemonstrationData::request));
  }

  private static Contribution contribution(JsonObject part) {
    return new Contribution(
        part.getString("doctor"),
        part.getString("diagnosis"),
        Optional.ofNullable(part.getString("attachment", null)));
  }

  private static Correction correction(JsonObject correction) {
    return new Correction(
        correction.getString("doctor"),
        correction.getString("first"),
        correction.getString("returnedBecause"));
  }

  private static Absence absence(JsonObject absence) {
    return new Absence(absence.getString("doctor"), absence.getString("reason"));
  }

  private static EmergencyStory emergency(JsonObject emergency) {
    return new EmergencyStory(
        emergency.getString("askedBy"),
        emergency.getString("confirmedBy"),
        emergency.getString("reason"),
        emergency.getString("text"),
        emergency.getString("released"),
        emergency.getString("finding"));
  }

  private static Meeting meeting(JsonObject meeting) {
    JsonObject other = meeting.getJsonObject("other");
    return new Meeting(
        meeting.getJsonObject("symptom").getString("code"),
        meeting.getJsonArray("patients").getValuesAs(JsonString::getString),
        meeting.getString("hello"),
        meeting.getString("answer"),
        other.getString("patient"),
        other.getJsonObject("symptom").getString("code"));
  }

  private static AppointmentStory appointment(JsonObject appointment) {
    return new AppointmentStory(
        appointment.getString("doctor"),
        appointment.getInt("minutes"),
        appointment.getString("place"),
        appointment.getString("reason"));
  }

  private static Request request(JsonObject request) {
    return new Request(
        request.getString("requestedBy"),
        request.getString("purpose"),
        request.getInt("validForDays"),
        request.getString("patientDecision").equals("CONSENT"));
  }

  private static List<JsonObject> objects(JsonObject holder, String name) {
    return holder.getJsonArray(name).getValuesAs(JsonObject.class);
  }

  private static JsonObject object(String name) throws IOException {
    try (InputStream in = open(name);
        var reader = Json.createReader(in)) {
      return reader.readObject();
    }
  }

  private static InputStream open(String name) throws IOException {
    InputStream in = DemonstrationData.class.getResourceAsStream(name);
    if (in == null) {
      throw new IOException(name + " is missing from the demonstration's jar.");
    }
    return in;
  }
}
