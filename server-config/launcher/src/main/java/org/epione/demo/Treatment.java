package org.epione.demo;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.epione.demo.DemonstrationData.Contribution;
import org.epione.demo.DemonstrationData.Hospital;
import org.epione.demo.DemonstrationData.Patient;
import org.epione.demo.DemonstrationData.Story;
import org.epione.demo.client.Block;
import org.epione.demo.client.DoctorDesk;
import org.epione.demo.client.Entry;
import org.epione.demo.client.Episode;
import org.epione.demo.client.PatientDesk;
import org.epione.demo.client.RegistrarDesk;

/**
 * Third part of the path: an episode from its opening to its sealed record. The episode is kept by
 * its id; a step that is repeated goes on where the episode stands.
 */
public final class Treatment {
  private static final String OWN = "the patient's records, and failed messages";

  private final Stage stage;
  private final Story story;
  private final Hospital hospital;
  private final Patient patient;
  private Optional<String> id = Optional.empty();

  /** The treatment of that story. */
  public Treatment(Stage stage, Story story) {
    this.stage = stage;
    this.story = story;
    this.hospital = stage.data().hospital(story.hospital());
    this.patient = stage.data().patient(story.patient());
  }

  /** The registrar opens the episode; one of an earlier run that is not finished is taken up. */
  public void open() {
    RegistrarDesk desk = stage.registrar(hospital);
    String patientId = new Registration(stage).registered(patient).id();
    Optional<Episode> unfinished =
        desk.episodesOf(patientId).stream()
            .map(desk::episode)
            .filter(episode -> !episode.ended())
            .findFirst();
    Episode episode = unfinished.orElseGet(() -> opened(desk, patientId));
    id = Optional.of(episode.id());
    tell(episode, unfinished.isPresent() ? " of an earlier run goes on" : " opened");
  }

  /** The registrar opens an episode, whatever other one of the patient is not finished. */
  public void openAnother() {
    RegistrarDesk desk = stage.registrar(hospital);
    Episode episode = opened(desk, new Registration(stage).registered(patient).id());
    id = Optional.of(episode.id());
    tell(episode, " opened");
  }

  /** The patient signs a warrant for each doctor of the team. */
  public void warrants() {
    PatientDesk desk = stage.patient(patient.userName());
    if (desk.warrantsToSign().contains(episodeId())) {
      desk.signWarrants(episodeId(), stage.password(patient.userName()));
    }
    Episode opened =
        stage
            .waiting()
            .until(
                "the opening of the episode on the chain",
                "the episode in the registrar's portal, and the administrator's chain page",
                () -> Optional.of(episode()).filter(episode -> episode.opened().isPresent()));
    stage
        .progress()
        .verified(
            "episode opened",
            opened.reference(),
            block(opened.opened()),
            "warrants signed by " + patient.displayName() + ", in a block");
  }

  /** One doctor reads what the doctors before wrote, writes and signs. */
  public void turn(int position) throws IOException {
    Contribution part = story.signers().get(position);
    DoctorDesk desk = stage.doctor(part.doctor());
    if (awaitTurn(position)) {
      List<String> before = desk.before(episodeId()).stream().map(Entry::text).toList();
      Verified.that(
          before.equals(texts().subList(0, position)),
          "doctor " + (position + 1) + " reads what the doctors before wrote");
      if (part.attachment().isPresent()) {
        attach(desk, part.attachment().get());
      }
      desk.sign(episodeId(), part.diagnosis(), stage.password(part.doctor()));
    }
    stage
        .progress()
        .verified(
            "turn " + (position + 1) + " signed",
            part.doctor(),
            "",
            position == 0 ? "first in order" : "read and verified " + position + " before");
  }

  /** Waits until that signer's turn can be opened; false where it was signed before. */
  boolean awaitTurn(int position) {
    String doctor = story.signers().get(position).doctor();
    return stage
        .waiting()
        .until(
            "the turn of " + doctor,
            "the doctor's inbox, the episode, and failed messages",
            () -> turnState(stage.doctor(doctor), position));
  }

  /** The record is encrypted to the patient, stored with the cloud and final on the chain. */
  public void sealed() {
    Episode complete =
        stage
            .waiting()
            .until(
                "the sealed record of the episode on the chain",
                "the episode, failed messages, and the administrator's chain page",
                () -> Optional.of(episode()).filter(Episode::complete));
    stage
        .progress()
        .verified(
            "record sealed",
            complete.reference(),
            block(complete.diagnosis()),
            "encrypted to the patient, signatures of all doctors");
    stage
        .progress()
        .verified(
            "record stored",
            complete.reference(),
            block(complete.stored()),
            "the cloud checked and stored the ciphertext");
  }

  /** The patient reads her own record. */
  public void ownRecord() throws IOException {
    PatientDesk desk = stage.patient(patient.userName());
    String opening = desk.openRecord(episodeId());
    List<Entry> read =
        stage
            .waiting()
            .until(
                "the patient's own record from the cloud", OWN, () -> desk.openedRecord(opening));
    Verified.that(
        read.stream().map(Entry::text).toList().equals(texts()),
        "the patient reads what the doctors wrote");
    stage
        .progress()
        .verified("own record read", episode().reference(), "", "equals what the doctors wrote");
    for (int i = 0; i < read.size(); i++) {
      Optional<String> attached = story.signers().get(i).attachment();
      if (attached.isPresent()) {
        ownAttachment(desk, opening, read.get(i), attached.get());
      }
    }
  }

  private void attach(DoctorDesk desk, String file) throws IOException {
    desk.attach(episodeId(), file, DemonstrationData.file(file));
    stage.progress().verified("file attached", file, "", "encrypted, and signed with the text");
  }

  private void ownAttachment(PatientDesk desk, String opening, Entry entry, String file)
      throws IOException {
    Verified.that(entry.attachments().size() == 1, "the record has the file " + file);
    byte[] content =
        stage
            .waiting()
            .until(
                "the attachment from the cloud",
                OWN,
                () -> desk.attachment(opening, entry.attachments().get(0)));
    Verified.that(
        Arrays.equals(content, DemonstrationData.file(file)), "the file is what was attached");
    stage
        .progress()
        .verified("own attachment read", file, "", content.length + " bytes, just as attached");
  }

  /** The id of the episode. */
  public String episodeId() {
    return id.orElseThrow(() -> new StepFailed("The episode was not opened."));
  }

  /** The episode as it stands. */
  public Episode episode() {
    return stage.registrar(hospital).episode(episodeId());
  }

  /** Where the last act of that kind stands in the chain. */
  public String onChain(String act) {
    return stage
        .waiting()
        .until(
            act + " on the chain",
            "the auditor's page of the episode, and the administrator's chain page",
            () ->
                stage.auditor().acts(story.hospital(), episodeId()).stream()
                    .filter(done -> done.act().equals(act))
                    .reduce((earlier, later) -> later))
        .block()
        .toString();
  }

  /** What the episode is about. */
  public Story story() {
    return story;
  }

  /** What the doctors write who sign in the end, in order. */
  public List<String> texts() {
    return story.signers().stream().map(Contribution::diagnosis).toList();
  }

  /** Whether the turn waits to be signed; false where it was signed before; empty: not yet. */
  private Optional<Boolean> turnState(DoctorDesk desk, int position) {
    if (episode().signatures() > position) {
      return Optional.of(false);
    }
    return desk.turn(episodeId()).filter(DoctorDesk.Turn::ready).map(turn -> true);
  }

  private Episode opened(RegistrarDesk desk, String patientId) {
    return desk.open(patientId, story.complaint(), story.symptomCode(), team(desk));
  }

  private void tell(Episode episode, String how) {
    stage
        .progress()
        .line(
            "episode "
                + episode.reference()
                + how
                + ", "
                + story.team().size()
                + " doctors in order");
  }

  private List<String> team(RegistrarDesk desk) {
    List<RegistrarDesk.Doctor> doctors = desk.doctors();
    return story.team().stream()
        .map(
            part -> {
              String name = hospital.doctor(part.doctor()).displayName();
              return doctors.stream()
                  .filter(doctor -> doctor.displayName().equals(name))
                  .findFirst()
                  .orElseThrow(() -> new StepFailed(name + " cannot be put in a team."))
                  .id();
            })
        .toList();
  }

  private static String block(Optional<Block> block) {
    return block.map(Object::toString).orElse("");
  }
}
