package org.epione.demo;

import java.util.List;
import java.util.Optional;
import org.epione.demo.client.DoctorDesk;
import org.epione.demo.client.Entry;

/** A doctor reads the record of a treatment that she had no part in, under one of her requests. */
final class SharedReading {
  private final Stage stage;
  private final Treatment treatment;
  private final String doctor;

  /** Of that treatment's record, by the doctor of that user name. */
  SharedReading(Stage stage, Treatment treatment, String doctor) {
    this.stage = stage;
    this.treatment = treatment;
    this.doctor = doctor;
  }

  /** It is delivered, verified, and what the team wrote. */
  void delivered(String request) {
    DoctorDesk.Reading reading = toTheEnd(request);
    Verified.that(
        reading.state().equals("DELIVERED"),
        "the record is delivered, not " + reading.state() + " " + reading.reason());
    DoctorDesk.SharedRecord record = stage.doctor(doctor).record(reading.id());
    List<String> texts = record.entries().stream().map(Entry::text).toList();
    Verified.that(record.verified(), "the portal verified the doctors' signatures");
    Verified.that(texts.equals(treatment.texts()), "the text equals what was written");
    Verified.that(
        record.complaint().equals(treatment.story().complaint()), "the complaint is the same");
  }

  /** It is refused, for that reason. */
  void refused(String request, String reason) {
    DoctorDesk.Reading reading = toTheEnd(request);
    Verified.that(
        reading.state().equals("REFUSED") && reading.reason().contains(reason),
        "reading is refused with " + reason + ", not " + reading.state() + " " + reading.reason());
  }

  /** Whether the portal does not even begin. */
  boolean cannotBegin(String request) {
    return Refusals.refused(() -> stage.doctor(doctor).beginReading(request, password()));
  }

  private DoctorDesk.Reading toTheEnd(String request) {
    DoctorDesk desk = stage.doctor(doctor);
    String reading = desk.beginReading(request, password()).id();
    return stage
        .waiting()
        .until(
            "the re-encrypted record",
            "the request in the doctor's and the system manager's portal, and failed messages",
            () -> Optional.of(desk.reading(reading)).filter(DoctorDesk.Reading::ended));
  }

  private String password() {
    return stage.password(doctor);
  }
}
