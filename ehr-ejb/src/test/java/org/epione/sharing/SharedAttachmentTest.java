package org.epione.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.epione.attachment.boundary.AttachmentView;
import org.epione.attachment.boundary.Download;
import org.epione.attachment.boundary.FetchView;
import org.epione.cloud.boundary.PieceRequest;
import org.epione.crypto.envelope.SignedEnvelope;
import org.epione.crypto.transcript.Digest;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.sharing.boundary.ReadingView;
import org.epione.sharing.boundary.SharedRecord;
import org.epione.sharing.control.Forged;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A doctor elsewhere gets the files of the record that she was granted, and of no other. */
class SharedAttachmentTest {

  private static final byte[] FIRST = file(180_000);
  private static final byte[] SECOND = file(70);

  private World world;
  private Steps steps;
  private FinishedEpisode episode;

  @BeforeEach
  void finish() throws Exception {
    world = new World();
    steps = new Steps(world);
    episode = FinishedEpisode.with(world, List.of(FIRST, SECOND), "See the scan.", "Agreed.");
  }

  @AfterEach
  void close() {
    world.close();
  }

  private static byte[] file(int size) {
    byte[] file = new byte[size];
    new Random(size).nextBytes(file);
    return file;
  }

  @Test
  void attachments_shouldReachTheReaderByteForByte_withTheRecord() throws Exception {
    ReadingView reading = steps.read(steps.readyToRead(episode));
    SharedRecord record = steps.open(reading);
    assertThat(record.verified()).isTrue();
    assertThat(record.parts().get(0).attachments())
        .extracting(AttachmentView::name)
        .containsExactly("scan-1.pdf", "scan-2.pdf");
    refused(ErrorCode.ATTACHMENT_NOT_HERE, () -> open(reading, 1));
    assertThat(download(reading, 1)).isEqualTo(FIRST);
    assertThat(download(reading, 2)).isEqualTo(SECOND);
    refused(ErrorCode.NOT_FOUND, () -> fetch(reading, 3));
    assertThat(Steps.count(world, "sharing_piece", "1 = 1")).isZero();
    assertThat(world.delivery.rejected()).isEmpty();
  }

  @Test
  void attachments_shouldCome_whenMessagesAreDoubledAndDisordered() throws Exception {
    ReadingView reading = steps.read(steps.readyToRead(episode));
    world.delivery.disorderly(3);
    assertThat(download(reading, 1)).isEqualTo(FIRST);
  }

  @Test
  void attachment_shouldBeRefused_toAnotherDoctorAndAfterTheReadingIsOver() throws Exception {
    ReadingView reading = steps.read(steps.readyToRead(episode));
    assertThat(download(reading, 1)).isEqualTo(FIRST);
    refused(
        ErrorCode.ACCESS_DENIED,
        () ->
            world.as(
                world.other,
                () ->
                    steps.requests().fetchAttachment(reading.id(), 1, world.keysOf(world.other))));
    refused(
        ErrorCode.ACCESS_DENIED,
        () ->
            world.as(
                world.other,
                () -> steps.requests().openAttachment(reading.id(), 1, world.keysOf(world.other))));
    world.later(java.time.Duration.ofMinutes(16));
    refused(ErrorCode.RECORD_CLOSED, () -> open(reading, 1));
    refused(ErrorCode.RECORD_CLOSED, () -> fetch(reading, 2));
  }

  @Test
  void attachment_shouldNotCome_whenConsentIsWithdrawnWhileItComes() throws Exception {
    String request = steps.readyToRead(episode);
    ReadingView reading = steps.read(request);
    world.delivery.hold(envelope -> envelope.type().equals("sharing.piece-wanted"));
    fetch(reading, 1);
    world.delivery.all();
    steps.withdraw(request);
    int asked = asked();
    world.delivery.release();
    assertThat(asked()).as("nothing is asked of the cloud any more").isEqualTo(asked);
    refused(ErrorCode.ACCESS_DENIED, () -> fetch(reading, 1));
    refused(ErrorCode.ACCESS_DENIED, () -> open(reading, 1));
  }

  @Test
  void attachment_shouldBeRefused_whenTheCloudServesAnotherCutOrNone() throws Exception {
    ReadingView reading = steps.read(steps.readyToRead(episode));
    byte[] sealed = world.cloud.large(FIRST.length);
    Digest digest = Digest.of(sealed);
    byte[] altered = sealed.clone();
    altered[100_000]++;
    for (byte[] other :
        List.of(altered, Arrays.copyOf(sealed, sealed.length - 1), new byte[] {1}, new byte[0])) {
      world.cloud.tamper(digest, other);
      fetch(reading, 1);
      world.delivery.all();
      refused(ErrorCode.ATTACHMENT_DAMAGED, () -> open(reading, 1));
    }
    world.cloud.tamper(digest, sealed);
    assertThat(download(reading, 1)).as("repaired").isEqualTo(FIRST);
  }

  @Test
  void pieces_shouldNotBeGiven_toAnotherHospitalOrWithoutAReading() throws Exception {
    ReadingView reading = steps.read(steps.readyToRead(episode));
    int asked = asked();
    byte[] wanted = Forged.pieceWanted(reading.id(), Digest.of(new byte[] {1}));
    world.send(World.A, World.SM, "sharing.piece-wanted", wanted);
    assertThat(world.delivery.rejected()).contains("The sender has no say in this matter.");
    world.send(
        World.B,
        World.SM,
        "sharing.piece-wanted",
        Forged.pieceWanted("00112233445566778899aabbccddeeff", Digest.of(new byte[] {1})));
    assertThat(world.delivery.rejected()).contains("There was no such reading.");
    assertThat(asked()).isEqualTo(asked);
    world.send(World.B, World.SM, "sharing.piece-wanted", wanted);
    SignedEnvelope last = SignedEnvelope.decode(world.delivery.last(PieceRequest.TYPE));
    assertThat(PieceRequest.decode(last.envelope().payload().bytes()).episode())
        .as("only of the granted episode, whatever the hospital names")
        .isEqualTo(episode.facts().episode());
  }

  private int asked() {
    return (int)
        world.delivery.deliveredTo("CLOUD").stream()
            .filter(body -> SignedEnvelope.decode(body).envelope().type().equals(PieceRequest.TYPE))
            .count();
  }

  private FetchView fetch(ReadingView reading, int number) throws Exception {
    return world.as(
        world.asking,
        () -> steps.requests().fetchAttachment(reading.id(), number, world.keysOf(world.asking)));
  }

  private Download open(ReadingView reading, int number) throws Exception {
    return world.as(
        world.asking,
        () -> steps.requests().openAttachment(reading.id(), number, world.keysOf(world.asking)));
  }

  private byte[] download(ReadingView reading, int number) throws Exception {
    fetch(reading, number);
    world.delivery.all();
    assertThat(fetch(reading, number).complete()).isTrue();
    try (Download download = open(reading, number)) {
      return download.content().readAllBytes();
    }
  }

  private static void refused(ErrorCode code, ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            RefusedException.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
