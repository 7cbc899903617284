package org.epione.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.epione.attachment.boundary.AttachmentView;
import org.epione.attachment.boundary.Download;
import org.epione.attachment.boundary.FetchView;
import org.epione.attachment.boundary.UploadView;
import org.epione.attachment.control.AttachmentUpkeep;
import org.epione.attachment.control.UploadWork;
import org.epione.cloud.boundary.PieceKept;
import org.epione.crypto.transcript.Digest;
import org.epione.custody.boundary.KeySession;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.record.boundary.MyRecords;
import org.epione.record.boundary.OpeningView;
import org.epione.record.boundary.RecordView;
import org.epione.team.boundary.SigningView;
import org.epione.team.boundary.TeamEdit;
import org.epione.team.boundary.TurnAttachments;
import org.epione.team.boundary.Turns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files from a doctor's turn to the patient's hands, and what people and servers do wrong. */
class AttachmentPathTest {

  private static final int SLICE = UploadWork.SLICE;
  private static final byte[] SCAN = pdf(2 * SLICE + 12_345);

  @TempDir private Path home;

  private Clinic clinic;
  private Treatment treatment;
  private TurnAttachments attachments;
  private String id;

  @BeforeEach
  void open() throws Exception {
    clinic = new Clinic(home, 2);
    treatment = new Treatment(clinic);
    attachments = clinic.bean(TurnAttachments.class);
    id = treatment.open();
    treatment.authorise(id);
  }

  @AfterEach
  void close() {
    clinic.close();
  }

  static byte[] pdf(int size) {
    byte[] file = new byte[size];
    new Random(size).nextBytes(file);
    byte[] mark = {'%', 'P', 'D', 'F', '-', '1', '.', '7', '\n'};
    System.arraycopy(mark, 0, file, 0, mark.length);
    return file;
  }

  @Test
  void attachment_shouldReachThePatientByteForByte_whenTheTeamHasSigned() throws Exception {
    UploadView upload = attach(1, "../../CT of the chest.PDF", SCAN);
    assertThat(upload.complete()).isTrue();
    assertThat(upload.name()).isEqualTo("CT of the chest.pdf");
    assertThat(read(1, upload.number())).isEqualTo(SCAN);
    treatment.sign(id, 1, "see the scan");
    assertThat(treatment.read(id, 2).before().get(0).attachments())
        .containsExactly(
            new AttachmentView(1, "CT of the chest.pdf", "application/pdf", SCAN.length));
    assertThat(read(2, 1)).as("the next doctor reads it").isEqualTo(SCAN);
    byte[] second = pdf(70);
    attach(2, "letter.pdf", second);
    treatment.sign(id, 2, "agreed");
    assertThat(treatment.episode(id).state()).isEqualTo("FINAL");
    assertThat(clinic.wire.rejected).isEmpty();

    OpeningView opening = opening();
    RecordView record = record(opening);
    assertThat(record.entries().get(0).attachments())
        .extracting(AttachmentView::name)
        .containsExactly("CT of the chest.pdf");
    assertThat(download(opening, 1)).isEqualTo(SCAN);
    assertThat(download(opening, 2)).isEqualTo(second);
    refused(ErrorCode.NOT_FOUND, () -> fetch(opening, 3));
    clinic.later(Duration.ofMinutes(61));
    refused(ErrorCode.NOT_FOUND, () -> fetch(opening, 1));
    clinic.bean(AttachmentUpkeep.class).removeWhatIsOver();
    assertThat(treatment.count("select count(*) from attachment_upload")).isZero();
    assertThat(treatment.count("select count(*) from attachment_fetched")).isZero();
    assertThat(
            treatment.count(
                "select count(*) from medical_record where held_ciphertext is not null"))
        .isZero();
  }

  @Test
  void files_shouldHoldNothingInTheClear() throws Exception {
    byte[] file = new byte[SLICE + 5];
    Arrays.fill(file, (byte) 'A');
    System.arraycopy(pdf(9), 0, file, 0, 9);
    attach(1, "Bell, Ann.pdf", file);
    for (Path each : files("")) {
      assertThat(new String(Files.readAllBytes(each), java.nio.charset.StandardCharsets.ISO_8859_1))
          .doesNotContain("AAAAAAAAAAAAAAAA")
          .doesNotContain("%PDF");
    }
    assertThat(
            treatment.count(
                "select count(*) from attachment_upload where position('Bell' in cast(sealed as varchar)) > 0"))
        .isZero();
  }

  @Test
  void upload_shouldGoOnWhereItStopped_whenTheServerWasStartedAgain() throws Exception {
    UploadView begun = begin(1, "scan.pdf", "", SCAN.length);
    append(1, begun, 0, slice(SCAN, 0));
    clinic.container.restart();
    attachments = clinic.bean(TurnAttachments.class);
    KeySession again = clinic.open(treatment.doctor(1).account());
    UploadView there = clinic.as(treatment.doctor(1), () -> attachments.all(again, id)).get(0);
    assertThat(there.received()).isEqualTo(SLICE);
    assertThat(there.name()).isEqualTo("scan.pdf");
    clinic.as(
        treatment.doctor(1),
        () -> attachments.resume(again, id, begun.id(), List.of(Digest.of(slice(SCAN, 0)).hex())));
    for (long at = SLICE; at < SCAN.length; at += SLICE) {
      long offset = at;
      clinic.as(
          treatment.doctor(1),
          () ->
              attachments.append(
                  again,
                  id,
                  begun.id(),
                  offset,
                  Digest.of(slice(SCAN, offset)).hex(),
                  slice(SCAN, offset)));
    }
    UploadView done =
        clinic.as(treatment.doctor(1), () -> attachments.complete(again, id, begun.id()));
    assertThat(done.complete()).isTrue();
    try (Download download =
        clinic.as(treatment.doctor(1), () -> attachments.open(again, id, done.number()))) {
      assertThat(download.content().readAllBytes()).isEqualTo(SCAN);
    }
  }

  @Test
  void resume_shouldBeRefused_whenAnotherFileIsChosen() throws Exception {
    UploadView begun = begin(1, "scan.pdf", "application/pdf", SCAN.length);
    append(1, begun, 0, slice(SCAN, 0));
    append(1, begun, SLICE, slice(SCAN, SLICE));
    byte[] other = SCAN.clone();
    other[SLICE + 1]++;
    Digest first = Digest.of(slice(SCAN, 0));
    refused(ErrorCode.OTHER_FILE, () -> resume(begun, first, Digest.of(slice(other, SLICE))));
    refused(ErrorCode.OTHER_FILE, () -> resume(begun, first));
    refused(ErrorCode.OTHER_FILE, () -> resume(begun));
    refused(ErrorCode.OTHER_FILE, () -> resume(begun, Digest.of(slice(SCAN, SLICE)), first));
    assertThat(resume(begun, first, Digest.of(slice(SCAN, SLICE))).received())
        .isEqualTo(2L * SLICE);
  }

  @Test
  void append_shouldChangeNothing_whenSliceIsTwiceAheadShortLongOrDamaged() throws Exception {
    UploadView begun = begin(1, "scan.pdf", "application/pdf", SCAN.length);
    byte[] first = slice(SCAN, 0);
    refused(ErrorCode.UPLOAD_OUT_OF_STEP, () -> append(1, begun, SLICE, slice(SCAN, SLICE)));
    refused(ErrorCode.UPLOAD_OUT_OF_STEP, () -> append(1, begun, -1, first));
    refused(ErrorCode.SLICE_DAMAGED, () -> append(1, begun, 0, Arrays.copyOf(first, SLICE - 1)));
    refused(ErrorCode.SLICE_DAMAGED, () -> append(1, begun, 0, Arrays.copyOf(first, SLICE + 1)));
    refused(ErrorCode.SLICE_DAMAGED, () -> append(1, begun, 0, new byte[0]));
    refused(
        ErrorCode.SLICE_DAMAGED,
        () ->
            clinic.as(
                treatment.doctor(1),
                () ->
                    attachments.append(
                        treatment.keys(1),
                        id,
                        begun.id(),
                        0,
                        Digest.of(new byte[1]).hex(),
                        first)));
    append(1, begun, 0, first);
    refused(ErrorCode.UPLOAD_OUT_OF_STEP, () -> append(1, begun, 0, first));
    refused(ErrorCode.UPLOAD_UNFINISHED, () -> complete(1, begun));
    append(1, begun, SLICE, slice(SCAN, SLICE));
    append(1, begun, 2L * SLICE, slice(SCAN, 2L * SLICE));
    refused(ErrorCode.SLICE_DAMAGED, () -> append(1, begun, SCAN.length, new byte[1]));
    int number = complete(1, begun).number();
    assertThat(complete(1, begun).number()).as("asked twice").isEqualTo(number);
    refused(ErrorCode.UPLOAD_OUT_OF_STEP, () -> append(1, begun, SCAN.length, new byte[1]));
    assertThat(read(1, number)).isEqualTo(SCAN);
  }

  @Test
  void attaching_shouldBeRefused_whenKindSizeOrNumberIsNotAllowed() throws Exception {
    refused(ErrorCode.ATTACHMENT_KIND, () -> begin(1, "page.html", "text/html", 10));
    refused(ErrorCode.ATTACHMENT_SIZE, () -> begin(1, "a.pdf", "application/pdf", 0));
    refused(ErrorCode.ATTACHMENT_SIZE, () -> begin(1, "a.pdf", "application/pdf", (1L << 30) + 1));
    UploadView lies = begin(1, "a.png", "image/png", 1000);
    refused(ErrorCode.ATTACHMENT_KIND, () -> append(1, lies, 0, pdf(1000)));
    UploadView script = begin(1, "a.pdf", "", 20);
    refused(
        ErrorCode.ATTACHMENT_KIND,
        () ->
            append(
                1,
                script,
                0,
                "<script>alert(1)</sc".getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
    for (int i = 0; i < 14; i++) {
      begin(1, "many.pdf", "application/pdf", 10);
    }
    refused(ErrorCode.ATTACHMENTS_TOO_MANY, () -> begin(1, "a.pdf", "application/pdf", 10));
  }

  @Test
  void attaching_shouldBeRefused_whenTogetherTheyAreTooLarge() throws Exception {
    clinic.close();
    clinic =
        new Clinic(
            home.resolve("small"),
            2,
            java.util.Map.of(
                "EPIONE_ATTACHMENT_PART_MEBIBYTES", "2", "EPIONE_ATTACHMENT_MAX_MEBIBYTES", "2"));
    treatment = new Treatment(clinic);
    attachments = clinic.bean(TurnAttachments.class);
    id = treatment.open();
    treatment.authorise(id);
    begin(1, "a.pdf", "application/pdf", 1 << 20);
    refused(
        ErrorCode.ATTACHMENTS_TOO_MANY, () -> begin(1, "b.pdf", "application/pdf", (1 << 20) + 1));
    refused(ErrorCode.ATTACHMENT_SIZE, () -> begin(1, "c.pdf", "application/pdf", (2 << 20) + 1));
  }

  @Test
  void upload_shouldBeNobodyElses() throws Exception {
    UploadView begun = begin(1, "scan.pdf", "application/pdf", SCAN.length);
    refused(ErrorCode.NOT_YOUR_TURN, () -> append(2, begun, 0, slice(SCAN, 0)));
    refused(ErrorCode.NOT_YOUR_TURN, () -> begin(2, "x.pdf", "application/pdf", 10));
    refused(ErrorCode.NOT_YOUR_TURN, () -> read(2, 1));
    remove(1, begun);
    treatment.sign(id, 1, "without");
    refused(ErrorCode.NOT_FOUND, () -> append(2, begun, 0, slice(SCAN, 0)));
    refused(ErrorCode.NOT_YOUR_TURN, () -> begin(1, "late.pdf", "application/pdf", 10));
  }

  @Test
  void signing_shouldBeRefused_whenAnUploadIsUnfinishedOrWhatIsAttachedChanged() throws Exception {
    UploadView half = begin(1, "half.pdf", "application/pdf", SCAN.length);
    append(1, half, 0, slice(SCAN, 0));
    refused(ErrorCode.UPLOAD_UNFINISHED, () -> prepare(1, "text"));
    remove(1, half);
    SigningView before = prepare(1, "text");
    UploadView added = attach(1, "added.pdf", pdf(100));
    refused(ErrorCode.NOT_WHAT_WAS_SHOWN, () -> sign(1, before));
    SigningView with = prepare(1, "text");
    assertThat(with.attachments())
        .extracting(SigningView.Attached::digest)
        .containsExactly(Digest.of(pdf(100)).hex());
    assertThat(with.contentDigest()).isNotEqualTo(before.contentDigest());
    remove(1, added);
    refused(ErrorCode.NOT_WHAT_WAS_SHOWN, () -> sign(1, with));
    refused(ErrorCode.NOT_WHAT_WAS_SHOWN, () -> sign(1, before));
    assertThat(prepare(1, "text").attachments()).isEmpty();
  }

  @Test
  void signing_shouldBeRefused_whenTheServerSwapsOrLosesTheSealedFile() throws Exception {
    attach(1, "a.pdf", pdf(5000));
    SigningView shown = prepare(1, "text");
    Path file = files("sealed").get(0);
    byte[] genuine = Files.readAllBytes(file);
    byte[] other = genuine.clone();
    other[other.length / 2]++;
    Files.write(file, other);
    refused(ErrorCode.ATTACHMENT_DAMAGED, () -> sign(1, shown));
    refused(ErrorCode.ATTACHMENT_DAMAGED, () -> read(1, 1));
    Files.delete(file);
    refused(ErrorCode.ATTACHMENT_DAMAGED, () -> sign(1, shown));
    Files.write(file, genuine);
    sign(1, shown);
    clinic.wire.deliverAll();
    Files.write(file, other);
    refused(ErrorCode.ATTACHMENT_DAMAGED, () -> treatment.sign(id, 2, "the last"));
    Files.write(file, genuine);
    treatment.sign(id, 2, "the last");
    assertThat(treatment.episode(id).state()).isEqualTo("FINAL");
  }

  @Test
  void attachments_shouldStay_whenThePartComesBackForCorrection() throws Exception {
    attach(1, "kept.pdf", pdf(5000));
    treatment.sign(id, 1, "wrong side");
    treatment.sendBack(id, 2, "which side?");
    assertThat(treatment.read(id, 1).attachments())
        .extracting(UploadView::name)
        .containsExactly("kept.pdf");
    attach(1, "more.pdf", pdf(100));
    treatment.sign(id, 1, "right side");
    treatment.sign(id, 2, "agreed");
    OpeningView opening = opening();
    assertThat(record(opening).entries().get(0).attachments())
        .extracting(AttachmentView::name)
        .containsExactly("kept.pdf", "more.pdf");
    assertThat(download(opening, 1)).isEqualTo(pdf(5000));
  }

  @Test
  void attachments_shouldGo_whenTheDoctorIsLeftOut() throws Exception {
    attach(1, "gone.pdf", pdf(5000));
    treatment.propose(
        clinic.registrar, id, new TeamEdit(1, true, java.util.Optional.empty()), "on leave");
    treatment.agree(id);
    assertThat(treatment.count("select count(*) from attachment_upload")).isZero();
    age(files(""));
    clinic.bean(AttachmentUpkeep.class).removeWhatIsOver();
    assertThat(files("")).isEmpty();
    treatment.sign(id, 1 + 1, "alone");
    assertThat(record(opening()).entries()).hasSize(1).allMatch(e -> e.attachments().isEmpty());
  }

  @Test
  void attachments_shouldGo_whenTheEpisodeStops() throws Exception {
    attach(1, "a.pdf", pdf(5000));
    for (int times = 0; times < 4; times++) {
      treatment.sign(id, 1, "again");
      treatment.sendBack(id, 2, "no");
    }
    assertThat(treatment.episode(id).state()).isEqualTo("STOPPED");
    assertThat(treatment.count("select count(*) from attachment_upload")).isZero();
  }

  @Test
  void abandonedUpload_shouldGoAfterAWeek_andAnotherStay() throws Exception {
    UploadView old = begin(1, "old.pdf", "application/pdf", SCAN.length);
    append(1, old, 0, slice(SCAN, 0));
    UploadView whole = attach(1, "whole.pdf", pdf(5000));
    clinic.later(Duration.ofDays(8));
    age(files(""));
    clinic.bean(AttachmentUpkeep.class).removeWhatIsOver();
    assertThat(treatment.count("select count(*) from attachment_upload")).isEqualTo(1);
    assertThat(files("uploads")).isEmpty();
    assertThat(files("sealed")).hasSize(1);
    KeySession again = clinic.open(treatment.doctor(1).account());
    assertThat(clinic.as(treatment.doctor(1), () -> attachments.all(again, id)))
        .singleElement()
        .matches(each -> each.id().equals(whole.id()) && each.complete());
  }

  @Test
  void record_shouldNotBeFinal_whileTheCloudHasNotAllAttachments() throws Exception {
    attach(1, "a.pdf", SCAN);
    treatment.sign(id, 1, "one");
    clinic.wire.heldBack.add(PieceKept.TYPE);
    treatment.sign(id, 2, "two");
    assertThat(treatment.episode(id).state()).isEqualTo("SEALING");
    clinic.wire.heldBack.clear();
    clinic.wire.repeatAllBackwards();
    assertThat(treatment.episode(id).state()).isEqualTo("FINAL");
    OpeningView opening = opening();
    assertThat(download(opening, 1)).isEqualTo(SCAN);
  }

  @Test
  void everything_shouldHappenOnce_whenEachMessageComesThreeTimes() throws Exception {
    clinic.wire.copies = 3;
    attach(1, "a.pdf", SCAN);
    treatment.sign(id, 1, "one");
    treatment.sign(id, 2, "two");
    assertThat(treatment.episode(id).state()).isEqualTo("FINAL");
    assertThat(download(opening(), 1)).isEqualTo(SCAN);
  }

  @Test
  void record_shouldBeRejected_whenTheSealedFileIsLostAfterTheLastSignature() throws Exception {
    attach(1, "a.pdf", SCAN);
    treatment.sign(id, 1, "one");
    treatment.signOnly(id, 2, "two");
    Files.delete(files("sealed").get(0));
    clinic.wire.deliverAll();
    assertThat(treatment.episode(id).state()).isEqualTo("REJECTED");
  }

  @Test
  void download_shouldBeRefused_whenTheCloudServesAnotherCutOrAlteredFile() throws Exception {
    attach(1, "a.pdf", SCAN);
    byte[] second = pdf(SCAN.length + 1);
    attach(1, "b.pdf", second);
    treatment.sign(id, 1, "one");
    treatment.sign(id, 2, "two");
    OpeningView opening = opening();
    record(opening);
    List<Path> stored = large(home.resolve("cloud"));
    assertThat(stored).hasSize(2);
    byte[] one = Files.readAllBytes(stored.get(0));
    byte[] two = Files.readAllBytes(stored.get(1));
    Files.write(stored.get(0), two);
    Files.write(stored.get(1), one);
    damaged(opening);
    byte[] altered = one.clone();
    altered[altered.length - 1]++;
    Files.write(stored.get(0), altered);
    Files.write(stored.get(1), Arrays.copyOf(two, two.length - 70_000));
    damaged(opening);
    Files.delete(stored.get(0));
    Files.delete(stored.get(1));
    damaged(opening);
    Files.write(stored.get(0), one);
    Files.write(stored.get(1), two);
    assertThat(download(opening, 1)).as("repaired").isEqualTo(SCAN);
  }

  private void damaged(OpeningView opening) throws Exception {
    for (int number = 1; number <= 2; number++) {
      int each = number;
      fetch(opening, each);
      clinic.wire.deliverAll();
      refused(ErrorCode.ATTACHMENT_DAMAGED, () -> openAttachment(opening, each).close());
    }
  }

  @Test
  void download_shouldBeRefused_whenTheFetchedFileIsChangedOnTheHospitalsDisk() throws Exception {
    attach(1, "a.pdf", SCAN);
    treatment.sign(id, 1, "one");
    treatment.sign(id, 2, "two");
    OpeningView opening = opening();
    record(opening);
    fetch(opening, 1);
    refused(ErrorCode.ATTACHMENT_NOT_HERE, () -> openAttachment(opening, 1));
    clinic.wire.deliverAll();
    Path file = large(home.resolve("attachments/fetched")).get(0);
    byte[] bytes = Files.readAllBytes(file);
    bytes[100_000]++;
    Files.write(file, bytes);
    refused(ErrorCode.ATTACHMENT_DAMAGED, () -> openAttachment(opening, 1));
  }

  private UploadView attach(int place, String name, byte[] file) throws Exception {
    UploadView begun = begin(place, name, "application/pdf", file.length);
    for (long offset = 0; offset < file.length; offset += SLICE) {
      append(place, begun, offset, slice(file, offset));
    }
    return complete(place, begun);
  }

  private static byte[] slice(byte[] file, long offset) {
    return Arrays.copyOfRange(file, (int) offset, (int) Math.min(file.length, offset + SLICE));
  }

  private UploadView begin(int place, String name, String type, long size) throws Exception {
    return clinic.as(
        treatment.doctor(place),
        () -> attachments.begin(treatment.keys(place), id, name, type, size));
  }

  private UploadView append(int place, UploadView upload, long offset, byte[] slice)
      throws Exception {
    return clinic.as(
        treatment.doctor(place),
        () ->
            attachments.append(
                treatment.keys(place), id, upload.id(), offset, Digest.of(slice).hex(), slice));
  }

  private UploadView resume(UploadView upload, Digest... digests) throws Exception {
    return clinic.as(
        treatment.doctor(1),
        () ->
            attachments.resume(
                treatment.keys(1), id, upload.id(), Stream.of(digests).map(Digest::hex).toList()));
  }

  private UploadView complete(int place, UploadView upload) throws Exception {
    return clinic.as(
        treatment.doctor(place),
        () -> attachments.complete(treatment.keys(place), id, upload.id()));
  }

  private void remove(int place, UploadView upload) throws Exception {
    clinic.as(
        treatment.doctor(place),
        () -> {
          attachments.remove(treatment.keys(place), id, upload.id());
          return null;
        });
  }

  private byte[] read(int place, int number) throws Exception {
    try (Download download =
        clinic.as(
            treatment.doctor(place), () -> attachments.open(treatment.keys(place), id, number))) {
      return download.content().readAllBytes();
    }
  }

  private SigningView prepare(int place, String text) throws Exception {
    Turns turns = clinic.bean(Turns.class);
    return clinic.as(
        treatment.doctor(place),
        () ->
            turns.prepare(
                treatment.keys(place),
                id,
                turns.open(treatment.keys(place), id).step(),
                turns.draftVersion(treatment.keys(place), id),
                text));
  }

  private void sign(int place, SigningView shown) throws Exception {
    clinic.later(Duration.ofMinutes(1));
    clinic.as(
        treatment.doctor(place),
        () -> {
          clinic
              .bean(Turns.class)
              .sign(
                  treatment.keys(place), id, shown.step(), shown.contentDigest(), Clinic.PASSWORD);
          return null;
        });
  }

  private OpeningView opening() throws Exception {
    OpeningView asked = clinic.as(clinic.patient, () -> clinic.bean(MyRecords.class).ask(id));
    clinic.wire.deliverAll();
    return asked;
  }

  private RecordView record(OpeningView opening) throws Exception {
    return clinic
        .as(
            clinic.patient,
            () -> clinic.bean(MyRecords.class).read(patientKeys(), id, opening.id()))
        .record()
        .orElseThrow();
  }

  private FetchView fetch(OpeningView opening, int number) throws Exception {
    return clinic.as(
        clinic.patient,
        () ->
            clinic.bean(MyRecords.class).fetchAttachment(patientKeys(), id, opening.id(), number));
  }

  private Download openAttachment(OpeningView opening, int number) throws Exception {
    return clinic.as(
        clinic.patient,
        () -> clinic.bean(MyRecords.class).openAttachment(patientKeys(), id, opening.id(), number));
  }

  private byte[] download(OpeningView opening, int number) throws Exception {
    fetch(opening, number);
    clinic.wire.deliverAll();
    assertThat(fetch(opening, number).complete()).isTrue();
    try (Download download = openAttachment(opening, number)) {
      return download.content().readAllBytes();
    }
  }

  private KeySession patientKeys() {
    return clinic.patient.keys().orElseThrow();
  }

  private List<Path> files(String below) throws IOException {
    return regular(home.resolve("attachments").resolve(below));
  }

  private static List<Path> large(Path folder) throws IOException {
    List<Path> files = new java.util.ArrayList<>();
    for (Path each : regular(folder)) {
      if (Files.size(each) > SLICE) {
        files.add(each);
      }
    }
    return files;
  }

  private static List<Path> regular(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /** As if they had been written when the clock of the test began. */
  private void age(List<Path> files) throws IOException {
    for (Path each : files) {
      for (Path path = each; !path.equals(home); path = path.getParent()) {
        Files.setLastModifiedTime(path, java.nio.file.attribute.FileTime.fromMillis(0));
      }
    }
  }

  private static void refused(ErrorCode code, ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            RefusedException.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
