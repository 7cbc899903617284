package org.epione.demo;

import java.util.List;
import java.util.Optional;
import org.epione.demo.DemonstrationData.EmergencyStory;
import org.epione.demo.DemonstrationData.Hospital;
import org.epione.demo.DemonstrationData.Patient;
import org.epione.demo.client.AdministratorDesk;
import org.epione.demo.client.DoctorDesk;
import org.epione.demo.client.Emergency;
import org.epione.demo.client.SystemManagerDesk;

/**
 * An emergency: a doctor opens a patient's records without her. A colleague confirms, the system
 * manager releases its share, the patient is told, the hospital reviews.
 */
public final class BrokenGlass {
  private static final String WHERE =
      "emergencies in the doctor's and the system manager's portal, and failed messages";

  private final Stage stage;
  private final Treatment treatment;
  private final EmergencyStory story;
  private final Patient patient;
  private final Hospital hospital;
  private final SharedReading reading;
  private Optional<String> id = Optional.empty();

  /** The emergency that opens the record of that treatment. */
  public BrokenGlass(Stage stage, Treatment treatment) {
    this.stage = stage;
    this.treatment = treatment;
    this.story = treatment.story().emergency().orElseThrow();
    this.patient = stage.data().patient(treatment.story().patient());
    this.hospital = stage.data().hospital(treatment.story().hospital());
    this.reading = new SharedReading(stage, treatment, story.askedBy());
  }

  /** A doctor asks; one of an earlier run that is not over is gone on with. */
  public void ask() {
    DoctorDesk desk = stage.doctor(story.askedBy());
    Emergency asked =
        desk.emergencies().stream()
            .filter(each -> each.underWay() && each.patientNumber().equals(patient.number()))
            .findFirst()
            .orElseGet(
                () ->
                    desk.askInEmergency(
                        patient.number(),
                        story.reason(),
                        story.text(),
                        stage.password(story.askedBy())));
    id = Optional.of(asked.id());
    stage
        .progress()
        .verified(
            "emergency asked for", shown(), "", story.askedBy() + ", with reason and password");
  }

  /** Whoever asks cannot confirm it; a colleague can. */
  public void confirm() {
    if (mine().state().equals("ASKED")) {
      Verified.that(
          Refusals.refused(
              () ->
                  stage
                      .doctor(story.askedBy())
                      .confirmEmergency(emergencyId(), stage.password(story.askedBy()))),
          "a doctor cannot confirm the own emergency");
      DoctorDesk colleague = stage.doctor(story.confirmedBy());
      Verified.that(
          colleague.emergenciesToConfirm().stream()
              .anyMatch(
                  each -> each.id().equals(emergencyId()) && each.text().equals(story.text())),
          "the colleague sees what is asked, and why");
      colleague.confirmEmergency(emergencyId(), stage.password(story.confirmedBy()));
    }
    stage
        .progress()
        .verified(
            "emergency confirmed", shown(), "", "by " + story.confirmedBy() + ", not by the asker");
  }

  /** The system manager releases its share of what opens the records. */
  public void release() {
    SystemManagerDesk desk = stage.systemManager();
    String state =
        stage
            .waiting()
            .until(
                "the emergency at the system manager",
                WHERE,
                () -> desk.emergencyState(emergencyId()));
    if (state.equals("WAITING")) {
      String officer = stage.target().firstUserName();
      desk.release(emergencyId(), story.released(), stage.password(officer));
    }
    stage.waiting().untilTrue("the records to be open", WHERE, () -> mine().state().equals("OPEN"));
    stage
        .progress()
        .verified(
            "emergency released",
            shown(),
            treatment.onChain("EMERGENCY_OPENED"),
            "two organisations' shares together, for a limited time");
  }

  /** The doctor reads, as soon as the cloud has the key. */
  public void read() {
    stage
        .waiting()
        .untilTrue(
            "the re-encryption key",
            WHERE,
            () -> stage.doctor(story.askedBy()).request(request()).state().equals("READY"));
    reading.delivered(request());
    stage
        .progress()
        .verified(
            "read in an emergency",
            treatment.episode().reference(),
            treatment.onChain("RECORD_READ"),
            "equals what the doctors wrote");
  }

  /** The patient is told who, why and what. */
  public void tell() {
    Emergency told = hers();
    Verified.that(told.text().equals(story.text()), "the patient reads why");
    Verified.that(
        told.asker().contains(hospital.doctor(story.askedBy()).familyName()),
        "the patient reads who opened them");
    stage.progress().verified("patient told", shown(), "", "who, when and why");
  }

  /** The hospital reviews it; that ends the access. */
  public void review() {
    AdministratorDesk desk = stage.administrator(hospital);
    boolean open =
        desk.emergencies().stream()
            .anyMatch(each -> each.id().equals(emergencyId()) && each.finding().isEmpty());
    if (open) {
      desk.closeReview(
          emergencyId(),
          true,
          story.finding(),
          stage.password(hospital.administrator().userName()));
    }
    Verified.that(
        hers().finding().filter(story.finding()::equals).isPresent(),
        "the patient reads what the review found");
    stage
        .progress()
        .verified(
            "emergency reviewed",
            shown(),
            treatment.onChain("EMERGENCY_REVIEWED"),
            "justified, and the patient reads the finding");
  }

  /** After the review nothing opens any more. */
  public void readAfterReview() {
    reading.refused(request(), "KEY_DESTROYED");
    stage
        .progress()
        .verified(
            "reading after the review",
            treatment.episode().reference(),
            treatment.onChain("ACCESS_REFUSED"),
            "refused");
  }

  private String request() {
    String reference = treatment.episode().reference();
    return mine().records().stream()
        .filter(record -> record.reference().equals(reference))
        .findFirst()
        .map(Emergency.Opened::request)
        .orElseThrow(() -> new StepFailed("The emergency does not open " + reference + "."));
  }

  private Emergency mine() {
    return find(stage.doctor(story.askedBy()).emergencies());
  }

  private Emergency hers() {
    return find(stage.patient(patient.userName()).emergencies());
  }

  private Emergency find(List<Emergency> all) {
    return all.stream()
        .filter(each -> each.id().equals(emergencyId()))
        .findFirst()
        .orElseThrow(() -> new StepFailed("The emergency is not in the list."));
  }

  private String emergencyId() {
    return id.orElseThrow(() -> new StepFailed("Nobody asked in an emergency."));
  }

  private String shown() {
    return emergencyId().substring(0, 12);
  }
}
