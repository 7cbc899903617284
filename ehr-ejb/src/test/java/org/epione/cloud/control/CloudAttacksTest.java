package org.epione.cloud.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.epione.cloud.boundary.CheckRequest;
import org.epione.cloud.boundary.CheckResult;
import org.epione.cloud.boundary.CloudObjects;
import org.epione.cloud.boundary.FetchRequest;
import org.epione.cloud.boundary.FetchedContent;
import org.epione.cloud.boundary.Finding;
import org.epione.cloud.boundary.KeepPiece;
import org.epione.cloud.boundary.PieceKept;
import org.epione.cloud.boundary.PieceRequest;
import org.epione.cloud.boundary.StoreReceipt;
import org.epione.cloud.boundary.StoreRefusal;
import org.epione.cloud.boundary.StoreRequest;
import org.epione.cloud.boundary.StoredPiece;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.envelope.SignedEnvelope;
import org.epione.crypto.identity.RecordId;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.connector.Chains;
import org.epione.ledger.record.LedgerRecord;
import org.epione.outbox.boundary.OutboxDelivery;
import org.epione.outbox.boundary.WaitingMessage;
import org.epione.party.boundary.Post;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.PartyCode;
import org.epione.record.boundary.RecordDirectory;
import org.epione.team.Clinic;
import org.epione.team.Treatment;
import org.epione.team.boundary.EpisodeView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The cloud against a hospital that lies, and the hospital against a cloud that does. */
class CloudAttacksTest {

  @TempDir private Path home;
  private Clinic clinic;
  private Treatment treatment;
  private String id;

  @BeforeEach
  void treat() throws Exception {
    clinic = new Clinic(home, 1);
    treatment = new Treatment(clinic);
    id = treatment.open();
    treatment.authorise(id);
  }

  @AfterEach
  void close() {
    clinic.close();
  }

  private RecordId record() {
    return RecordId.of(ByteString.ofHex(id).bytes());
  }

  private Digest ciphertext() {
    return clinic.bean(RecordDirectory.class).find(record()).orElseThrow().ciphertext();
  }

  private Path file() {
    return home.resolve("cloud").resolve(CiphertextFiles.location(ciphertext()));
  }

  private CheckResult check() {
    return clinic.bean(CloudObjects.class).check(PartyCode.CLOUD, record(), ciphertext());
  }

  /** Sends as that party and gives the last answer of a type, if there is one. */
  private Optional<byte[]> ask(PartyCode from, String type, byte[] payload, String answer) {
    int before = clinic.wire.payloads(answer).size();
    clinic.container.inTransaction(
        () -> clinic.bean(Post.class).send(from, PartyCode.CLOUD, type, payload, Optional.empty()));
    clinic.wire.deliverAll();
    List<byte[]> answers = clinic.wire.payloads(answer);
    return answers.size() > before
        ? Optional.of(answers.get(answers.size() - 1))
        : Optional.empty();
  }

  /** The last doctor signs; what goes to the cloud is changed on the way. */
  private EpisodeView signAndChange(UnaryOperator<StoreRequest> change) throws Exception {
    treatment.signOnly(id, 1, "one");
    OutboxDelivery outbox = clinic.bean(OutboxDelivery.class);
    WaitingMessage store = outbox.next("test", 10).get(0);
    StoreRequest genuine =
        StoreRequest.decode(SignedEnvelope.decode(store.body()).envelope().payload().bytes());
    outbox.sent(List.of(store.id()));
    ask(Clinic.HOSPITAL, StoreRequest.TYPE, change.apply(genuine).encode(), StoreRefusal.TYPE);
    return treatment.episode(id);
  }

  @Test
  void check_shouldBeIntact_whenNobodyTouchedIt() throws Exception {
    treatment.sign(id, 1, "one");
    CheckResult result = check();
    assertThat(result.finding()).isEqualTo(Finding.INTACT);
    assertThat(result.length()).isEqualTo(Files.size(file()));
    assertThat(result.location())
        .isEqualTo(
            clinic
                .bean(Chains.class)
                .state(Clinic.HOSPITAL.value())
                .episode(record())
                .orElseThrow()
                .location()
                .orElseThrow());
  }

  @Test
  void reading_shouldBeRefusedAndTheFaultNamed_whenAByteOfTheFileIsFlipped() throws Exception {
    treatment.sign(id, 1, "one");
    byte[] bytes = Files.readAllBytes(file());
    bytes[bytes.length / 2] ^= 1;
    Files.write(file(), bytes);
    assertThat(check().finding()).isEqualTo(Finding.ALTERED);
    assertThatThrownBy(() -> treatment.readAsPatient(id))
        .isInstanceOf(RefusedException.class)
        .hasMessageStartingWith(ErrorCode.RECORD_DAMAGED.code())
        .hasMessageEndingWith("ALTERED");
  }

  @Test
  void reading_shouldBeRefusedAndTheFaultNamed_whenTheFileIsGone() throws Exception {
    treatment.sign(id, 1, "one");
    Files.delete(file());
    assertThat(check().finding()).isEqualTo(Finding.MISSING);
    assertThatThrownBy(() -> treatment.readAsPatient(id))
        .isInstanceOf(RefusedException.class)
        .hasMessageStartingWith(ErrorCode.RECORD_DAMAGED.code())
        .hasMessageEndingWith("MISSING");
  }

  @Test
  void reading_shouldBeRefused_whenTheCloudSendsAnotherCiphertext() throws Exception {
    treatment.sign(id, 1, "one");
    var records = clinic.bean(org.epione.record.boundary.MyRecords.class);
    var asked = clinic.as(clinic.patient, () -> records.ask(id));
    OutboxDelivery outbox = clinic.bean(OutboxDelivery.class);
    WaitingMessage recall = outbox.next("test", 10).get(0);
    outbox.sent(List.of(recall.id()));
    FetchedContent lie =
        new FetchedContent(
            record(),
            ciphertext(),
            Finding.INTACT,
            Optional.of(ByteString.of(new byte[] {1, 2, 3})));
    clinic.container.inTransaction(
        () ->
            clinic
                .bean(Post.class)
                .send(
                    PartyCode.CLOUD,
                    Clinic.HOSPITAL,
                    FetchedContent.RECALLED_TYPE,
                    lie.encode(),
                    Optional.of(SignedEnvelope.decode(recall.body()).envelope().id())));
    clinic.wire.deliverAll();
    assertThatThrownBy(
            () ->
                clinic.as(
                    clinic.patient,
                    () -> records.read(clinic.patient.keys().orElseThrow(), id, asked.id())))
        .isInstanceOf(RefusedException.class)
        .hasMessageStartingWith(ErrorCode.RECORD_DAMAGED.code());
  }

  @Test
  void store_shouldRefuse_whenTheCiphertextIsNotTheSignedOne() throws Exception {
    EpisodeView episode =
        signAndChange(
            genuine -> {
              byte[] bytes = genuine.ciphertext().bytes();
              bytes[bytes.length - 60] ^= 1;
              return new StoreRequest(genuine.record(), ByteString.of(bytes));
            });
    assertThat(episode.state()).isEqualTo("REJECTED");
    assertThat(episode.reason()).contains("CLOUD_DIGEST_DIFFERS");
    assertThat(home.resolve("cloud")).doesNotExist();
  }

  @Test
  void store_shouldRefuse_whenTheRecordWasSignedByNobody() throws Exception {
    EpisodeView episode =
        signAndChange(
            genuine -> {
              LedgerRecord record = LedgerRecord.decode(genuine.record().bytes());
              byte[] encoded = record.encode();
              // Another valid signature point in place of the doctor's: the team's aggregate.
              byte[] other =
                  ((org.epione.ledger.record.DiagnosisBody) record.body()).aggregate().bytes();
              System.arraycopy(other, 0, encoded, encoded.length - other.length, other.length);
              return new StoreRequest(ByteString.of(encoded), genuine.ciphertext());
            });
    assertThat(episode.state()).isEqualTo("REJECTED");
    assertThat(episode.reason()).contains("CLOUD_BAD_SIGNATURE");
  }

  @Test
  void store_shouldAnswerTheSameReceipt_whenAskedAgain() throws Exception {
    treatment.sign(id, 1, "one");
    byte[] request = clinic.wire.payloads(StoreRequest.TYPE).get(0);
    byte[] receipt = clinic.wire.payloads(StoreReceipt.TYPE).get(0);
    assertThat(ask(Clinic.HOSPITAL, StoreRequest.TYPE, request, StoreReceipt.TYPE))
        .hasValue(receipt);
    assertThat(treatment.episode(id).state()).isEqualTo("FINAL");
  }

  @Test
  void fetch_shouldBeForTheSystemManagerOnly() throws Exception {
    treatment.sign(id, 1, "one");
    byte[] request = new FetchRequest(record(), ciphertext()).encode();
    assertThat(ask(Clinic.HOSPITAL, FetchRequest.TYPE, request, FetchedContent.TYPE)).isEmpty();
    assertThat(clinic.wire.rejected).hasSize(1);
  }

  @Test
  void check_shouldNotKnow_whenAnotherEpisodeIsNamed() throws Exception {
    treatment.sign(id, 1, "one");
    RecordId other = RecordId.of(new byte[16]);
    assertThat(
            clinic.bean(CloudObjects.class).check(PartyCode.CLOUD, other, ciphertext()).finding())
        .isEqualTo(Finding.UNKNOWN);
    assertThat(
            ask(
                Clinic.HOSPITAL,
                FetchRequest.RECALL_TYPE,
                new FetchRequest(other, ciphertext()).encode(),
                FetchedContent.RECALLED_TYPE))
        .isEmpty();
    assertThat(
            ask(
                Clinic.HOSPITAL,
                CheckRequest.TYPE,
                new CheckRequest(other, ciphertext()).encode(),
                CheckResult.TYPE))
        .isEmpty();
    assertThat(clinic.wire.rejected).hasSize(2);
  }

  @Test
  void requests_shouldBeRejected_whenTheyAreHostile() throws Exception {
    treatment.sign(id, 1, "one");
    byte[] noise = new byte[200];
    for (String type : List.of(StoreRequest.TYPE, FetchRequest.RECALL_TYPE, CheckRequest.TYPE)) {
      assertThat(ask(Clinic.HOSPITAL, type, noise, "none")).isEmpty();
    }
    assertThat(
            ask(
                Clinic.HOSPITAL,
                StoreRequest.TYPE,
                new StoreRequest(ByteString.of(noise), ByteString.of(noise)).encode(),
                StoreRefusal.TYPE))
        .isEmpty();
    assertThat(clinic.wire.rejected).hasSize(4);
    assertThat(check().finding()).isEqualTo(Finding.INTACT);
  }

  private static final byte[] SEALED = new byte[300];

  private PieceKept keep(PartyCode from, RecordId episode, long length, long offset, byte[] piece) {
    return ask(
            from,
            KeepPiece.TYPE,
            new KeepPiece(episode, Digest.of(SEALED), length, offset, ByteString.of(piece))
                .encode(),
            PieceKept.TYPE)
        .map(PieceKept::decode)
        .orElseThrow();
  }

  @Test
  void attachment_shouldBeTakenInOrderAndOnce_whateverComesTwiceOrAhead() {
    byte[] half = Arrays.copyOf(SEALED, 150);
    assertThat(keep(Clinic.HOSPITAL, record(), 300, 150, half).kept()).isZero();
    assertThat(keep(Clinic.HOSPITAL, record(), 300, 0, half).kept()).isEqualTo(150);
    assertThat(keep(Clinic.HOSPITAL, record(), 300, 0, half).kept()).isEqualTo(150);
    assertThat(keep(Clinic.HOSPITAL, record(), 300, 150, half).kept()).isEqualTo(300);
    assertThat(keep(Clinic.HOSPITAL, record(), 300, 150, half).kept()).isEqualTo(300);
    assertThat(clinic.bean(CloudObjects.class).check(PartyCode.CLOUD, record(), Digest.of(SEALED)))
        .extracting(CheckResult::finding, CheckResult::length)
        .containsExactly(Finding.INTACT, 300L);
  }

  @Test
  void attachment_shouldNotBeKept_whenItIsAnotherTooLargeOrOfAnUnknownEpisode() {
    byte[] other = SEALED.clone();
    other[7]++;
    assertThat(keep(Clinic.HOSPITAL, record(), 300, 0, other).refusal()).contains("DIGEST_DIFFERS");
    assertThat(keep(Clinic.HOSPITAL, record(), 2L << 30, 0, SEALED).refusal())
        .contains("TOO_LARGE");
    assertThat(keep(Clinic.HOSPITAL, RecordId.of(new byte[16]), 300, 0, SEALED).refusal())
        .contains("UNKNOWN_EPISODE");
    assertThat(keep(Clinic.HOSPITAL, record(), 300, 0, SEALED).kept()).isEqualTo(300);
    assertThat(keep(Clinic.HOSPITAL, record(), 301, 0, SEALED).refusal()).contains("WRONG_LENGTH");
    assertThat(
            ask(
                PartyCode.SYSTEM_MANAGER,
                KeepPiece.TYPE,
                new KeepPiece(record(), Digest.of(SEALED), 300, 0, ByteString.of(SEALED)).encode(),
                PieceKept.TYPE))
        .as("only hospitals store")
        .isEmpty();
  }

  @Test
  void attachment_shouldNotBeGiven_toWhoDidNotStoreItOrForAnotherEpisode() {
    keep(Clinic.HOSPITAL, record(), 300, 0, SEALED);
    PieceRequest own = new PieceRequest(record(), Digest.of(SEALED), 0);
    PieceRequest foreign = new PieceRequest(RecordId.of(new byte[16]), Digest.of(SEALED), 0);
    assertThat(given(Clinic.HOSPITAL, PieceRequest.RECALL_TYPE, own)).contains(Finding.INTACT);
    assertThat(given(Clinic.HOSPITAL, PieceRequest.RECALL_TYPE, foreign)).isEmpty();
    assertThat(given(Clinic.HOSPITAL, PieceRequest.TYPE, own)).isEmpty();
    assertThat(given(PartyCode.SYSTEM_MANAGER, PieceRequest.TYPE, own)).contains(Finding.INTACT);
    assertThat(given(PartyCode.SYSTEM_MANAGER, PieceRequest.TYPE, foreign))
        .contains(Finding.UNKNOWN);
    assertThat(given(PartyCode.SYSTEM_MANAGER, PieceRequest.RECALL_TYPE, own)).isEmpty();
  }

  private Optional<Finding> given(PartyCode from, String type, PieceRequest request) {
    String answer = type.equals(PieceRequest.TYPE) ? StoredPiece.TYPE : StoredPiece.RECALLED_TYPE;
    return ask(from, type, request.encode(), answer)
        .map(StoredPiece::decode)
        .map(StoredPiece::finding);
  }

  @Test
  void record_shouldBeRefused_whenAnAttachmentThatItNamesIsNotStored() throws Exception {
    EpisodeView episode =
        signAndChange(
            genuine ->
                new StoreRequest(
                    genuine.record(), genuine.ciphertext(), List.of(Digest.of(SEALED))));
    assertThat(episode.state()).isEqualTo("REJECTED");
    assertThat(episode.reason()).contains("CLOUD_ATTACHMENT_MISSING");
  }
}
