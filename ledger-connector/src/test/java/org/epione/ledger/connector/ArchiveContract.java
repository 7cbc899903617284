package org.epione.ledger.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.envelope.Envelope;
import org.epione.crypto.envelope.EnvelopeId;
import org.epione.crypto.envelope.SignedEnvelope;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.block.ArchivedBlocks;
import org.epione.ledger.connector.archive.ChainFiles;
import org.epione.ledger.connector.archive.EpochArchives;
import org.epione.ledger.connector.context.StoredBlocks;
import org.epione.ledger.connector.making.CloudCopy;
import org.epione.ledger.connector.station.StationMessages;
import org.epione.ledger.connector.store.HourCount;
import org.epione.ledger.receipt.Receipt;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.rules.BlockRules;
import org.epione.ledger.state.ChainState;
import org.epione.ledger.station.BlocksWanted;
import org.epione.ledger.transparency.LogProof;
import org.epione.ledger.transparency.NoteKey;
import org.epione.ledger.transparency.NoteVerifier;
import org.epione.ledger.transparency.TilePath;
import org.epione.ledger.verification.ChainVerifier;
import org.epione.ledger.verification.ProgressListener;
import org.epione.ledger.verification.VerificationReport;
import org.epione.ledger.world.StationKey;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The records of a closed epoch are moved away; everything else goes on. */
abstract class ArchiveContract extends HospitalAndCloud {

  private static final Duration EPOCH = Duration.ofDays(30);

  /** How the hospital writes a file. */
  @FunctionalInterface
  private interface Writing {
    Digest to(ChainFiles files, ByteArrayOutputStream out) throws IOException;
  }

  private final ChainVerifier verifier = new ChainVerifier(world.suite());
  private final StationKey station = new StationKey(world);
  private final List<LedgerRecord> gone = new ArrayList<>();

  @Override
  LedgerRecord founding() {
    return world.founding(
        new BlockRules(50, Duration.ZERO, Duration.ofDays(3), Duration.ofMinutes(2), EPOCH));
  }

  private LedgerRecord submit(LedgerRecord record) {
    hospital.receive(hospital.submission(world.hospital(), record));
    settle();
    return record;
  }

  private void close() {
    world.clock().move(EPOCH);
    hospital.step(A);
    settle();
    hospital.step(A);
    settle();
  }

  /** The system manager, hosted beside the hospital, cosigns; hospital B is not here. */
  private void witness() {
    hospital.offerHead(A);
    hospital.sent.removeIf(mail -> mail.to().equals("HOSPITAL-B"));
    settle();
  }

  private byte[] written(Writing writing) {
    return hospital.run(
        c -> {
          try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            writing.to(new ChainFiles(c.store()), out);
            return out.toByteArray();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private byte[] epoch(long number) {
    return written((files, out) -> files.writeEpoch(A, number, out));
  }

  private byte[] export() {
    return written((files, out) -> files.writeChain(A, out));
  }

  private static Digest end(byte[] file) {
    return Digest.decode(Arrays.copyOfRange(file, file.length - 32, file.length));
  }

  private void delete(long number, Digest digest) {
    hospital.run(
        c -> {
          new EpochArchives(c).delete(A, number, "epoch-" + number + ".chain", digest, "ada");
          return true;
        });
  }

  private VerificationReport verify(byte[] file) throws IOException {
    return verifier.verify(new ByteArrayInputStream(file), ProgressListener.NONE);
  }

  private ChainState state() {
    return hospital.run(c -> c.states().at(c.store(), c.store().chains().find(A, A).orElseThrow()));
  }

  private @Nullable Long blocks() {
    return hospital.run(c -> (long) c.store().chains().blocks(A, A, 0, 1000).size());
  }

  /** Blocks 0 to 2 in the first epoch, 3 its closing, 4 in the second; the first is archived. */
  private byte[] archived() {
    gone.add(enrol(0));
    submit(station.enrolment(world.doctor(0)));
    close();
    witness();
    enrol(1);
    byte[] file = epoch(1);
    delete(1, end(file));
    return file;
  }

  @Test
  void rest_shouldVerify_whenTheRecordsOfAnEpochAreGone() throws IOException {
    byte[] archive = archived();
    assertThat(blocks()).isEqualTo(2);
    ChainState before = state();
    hospital.restart();
    assertThat(state().digest()).isEqualTo(before.digest());

    LedgerRecord record = enrol(2);

    assertThat(hospital.receipt(world.hospital(), record).orElseThrow().isFinal()).isTrue();
    byte[] rest = export();
    VerificationReport alone = verify(archive);
    assertThat(alone.fault()).isEmpty();
    assertThat(alone.beginning()).isZero();
    VerificationReport after = verify(rest);
    assertThat(after.fault()).isEmpty();
    assertThat(after.beginning()).isEqualTo(3);
    VerificationReport both =
        verifier.verifyNext(alone, new ByteArrayInputStream(rest), ProgressListener.NONE);
    assertThat(both.fault()).isEmpty();
    assertThat(both.state().digest()).isEqualTo(state().digest());
    assertThat(row(cloud, "CLOUD").head()).isEqualTo(row(hospital, A).head());
    assertThat(agreed()).isTrue();
  }

  @Test
  void epochs_shouldBeArchivedOneAfterTheOther() throws IOException {
    byte[] first = archived();
    close();
    witness();
    byte[] second = epoch(2);
    VerificationReport report =
        verifier.verifyNext(verify(first), new ByteArrayInputStream(second), ProgressListener.NONE);
    assertThat(report.fault()).isEmpty();
    assertThat(verify(second).fault()).isEmpty();
    delete(2, end(second));

    assertThat(verify(export()).fault()).isEmpty();
    assertThatThrownBy(() -> delete(2, end(second))).hasMessageContaining("EHR-5042");
    assertThatThrownBy(() -> delete(3, end(second))).hasMessageContaining("EHR-5042");
  }

  @Test
  void delete_shouldBeRefused_whenTheEpochMayNotBeArchivedYet() {
    enrol(0);
    assertThatThrownBy(() -> epoch(1)).hasMessageContaining("EHR-5042");
    close();
    byte[] file = epoch(1);
    assertThatThrownBy(() -> delete(1, end(file)))
        .hasMessageContaining("EHR-5042")
        .hasMessageContaining("witness");
    witness();
    assertThatThrownBy(() -> delete(1, Digest.of(file)))
        .hasMessageContaining("EHR-5042")
        .hasMessageContaining("the file");
    close();
    witness();
    byte[] second = epoch(2);
    assertThatThrownBy(() -> delete(2, end(second))).hasMessageContaining("EHR-5042");
    assertThat(blocks()).isEqualTo(4);
    delete(1, end(file));
    assertThat(blocks()).isEqualTo(2);
  }

  @Test
  void log_shouldStillProve_whatIsThere_andSayWhereTheRestIs() {
    archived();
    LedgerRecord kept = enrol(2);
    NoteVerifier notes = new NoteVerifier(world.suite().ed25519());
    NoteKey key = NoteKey.of(world.hospital().certificate().identity(), NoteKey.Role.LOG);

    LogProof proof = hospital.run(c -> new LogReading(c.store()).proof(A, kept.id()).orElseThrow());
    assertThat(proof.holds(notes, key)).isTrue();
    int size = (int) state().log().size();
    byte[] tile =
        hospital.run(
            c -> new LogReading(c.store()).tile(A, new TilePath(0, 0, size)).orElseThrow());
    assertThat(tile).hasSize(size * Digest.LENGTH);
    assertThatThrownBy(
            () ->
                hospital.run(
                    c ->
                        new LogReading(c.store())
                            .entries(A, TilePath.parse("entries/000.p/" + size).orElseThrow())))
        .hasMessageContaining("EHR-5041")
        .hasMessageContaining("epoch-1.chain");
    assertThatThrownBy(
            () -> hospital.run(c -> new LogReading(c.store()).proof(A, gone.get(0).id())))
        .hasMessageContaining("EHR-5041");
  }

  @Test
  void receipt_shouldBeGivenAgain_whenTheRecordIsArchived() {
    LedgerRecord record = world.enrolment(world.doctor(0));
    hospital.receive(hospital.submission(world.hospital(), record));
    settle();
    Receipt first = hospital.receipt(world.hospital(), record).orElseThrow();
    close();
    witness();
    delete(1, end(epoch(1)));
    hospital.receipts.clear();

    submit(record);

    Receipt again = hospital.receipt(world.hospital(), record).orElseThrow();
    assertThat(again).isEqualTo(first);
    assertThat(
            again
                .inclusion()
                .orElseThrow()
                .proves(
                    world.suite().ed25519(),
                    record,
                    world.hospital().certificate(),
                    world.cloud().certificate()))
        .isTrue();
  }

  @Test
  void station_shouldBeTold_whenItAsksForWhatIsArchived() {
    archived();

    assertThatThrownBy(() -> ask(0))
        .hasMessageContaining("EHR-5041")
        .hasMessageContaining("epoch-1.chain");
    assertThat(ask(3)).isNotEmpty();
  }

  private byte[] ask(long from) {
    Envelope envelope =
        new Envelope(
            EnvelopeId.random(world.suite().random()),
            BlocksWanted.TYPE,
            station.identity().name(),
            A,
            world.now(),
            Optional.empty(),
            ByteString.of(new BlocksWanted(from).encode()));
    byte[] message = envelope.signed(station.sign(envelope.toSign())).encode();
    return hospital.run(c -> new StationMessages(c).answer(message));
  }

  @Test
  void cloud_shouldBeTold_whenItForgotWhatIsArchived() throws SQLException {
    Map<String, List<List<@Nullable Object>>> backup = cloud.database.backup();
    byte[] archive = archived();
    TestDatabase copy = cloud.database.restore(backup);
    cloud.close();
    cloud = cloud(copy);

    hospital.receive(hospital.submission(world.hospital(), world.enrolment(world.doctor(2))));
    List<Node.Mail> seen = new ArrayList<>();
    while (!hospital.sent.isEmpty() || !cloud.sent.isEmpty()) {
      for (Node node : List.of(hospital, cloud)) {
        if (!node.sent.isEmpty()) {
          Node.Mail mail = node.sent.remove(0);
          seen.add(mail);
          (mail.to().equals("CLOUD") ? cloud : hospital).deliver(mail);
        }
      }
    }

    Node.Mail told =
        seen.stream()
            .filter(mail -> mail.type().equals(CloudCopy.ARCHIVED))
            .findFirst()
            .orElseThrow();
    ArchivedBlocks answer =
        ArchivedBlocks.decode(SignedEnvelope.decode(told.envelope()).envelope().payload().bytes());
    assertThat(answer.lastHeight()).isEqualTo(2);
    assertThat(answer.digest()).isEqualTo(end(archive));
    assertThat(row(cloud, "CLOUD").height()).isZero();
  }

  /** As the application would do it. */
  private void inTransaction(String sql) {
    hospital.run(
        c -> {
          try (Statement statement = hospital.database.getConnection().createStatement()) {
            return statement.executeUpdate(sql);
          } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
          }
        });
  }

  @Test
  void statement_shouldBeRefused_whenItDeletesOrChangesWhatIsNotArchived() {
    archived();
    for (String sql :
        List.of(
            "delete from ledger_block",
            "delete from ledger_block where height = 4",
            "delete from ledger_block where holder = 'HOSPITAL-A' and height > 2",
            "update ledger_block set content = content",
            "update ledger_archive set name = 'other'",
            "delete from ledger_archive",
            "update ledger_epoch set last_height = 4",
            "delete from ledger_epoch",
            "delete from ledger_snapshot",
            "update ledger_snapshot set part = 1",
            "delete from ledger_sealed_block",
            "update ledger_sealed_block set height = 4 where height = 2")) {
      assertThatThrownBy(() -> hospital.database.execute(List.of(sql)))
          .as(sql)
          .hasMessageContaining("EHR-5008");
      assertThatThrownBy(() -> inTransaction(sql)).as(sql).hasMessageContaining("EHR-5008");
    }
    assertThat(blocks()).isEqualTo(2);
  }

  @Test
  void statement_shouldBeRefused_whenAnArchiveIsInventedForTheOpenEpoch() throws SQLException {
    archived();
    hospital.database.execute(
        List.of(
            "insert into ledger_archive (holder, hospital, epoch, first_height, last_height, name,"
                + " digest, archived_at) values ('HOSPITAL-A', 'HOSPITAL-A', 2, 3, 4, 'x', '"
                + "0".repeat(64)
                + "', 0)",
            "insert into ledger_sealed_block (holder, hospital, height, hash, content)"
                + " select holder, hospital, height, hash, content from ledger_block"
                + " where height = 4"));

    assertThatThrownBy(() -> inTransaction("delete from ledger_block where height = 4"))
        .hasMessageContaining("EHR-5008");
    assertThat(blocks()).isEqualTo(2);
  }

  @Test
  void records_shouldBeCountedByHour_asFarAsTheyAreKept() {
    enrol(0);
    Instant first = world.now();
    world.clock().move(Duration.ofHours(5));
    enrol(1);
    enrol(2);
    assertThat(hours(first)).containsExactly(2L, 2L);
    assertThat(hours(first.plus(Duration.ofHours(1)))).containsExactly(2L);
    close();
    witness();
    delete(1, end(epoch(1)));
    assertThat(hours(first)).containsExactly(1L);
  }

  /** The founding is of the first hour, too. */
  private List<Long> hours(Instant since) {
    List<HourCount> counted =
        hospital.run(c -> c.store().chains().recordsByHour(A, A, since.minusSeconds(1)));
    assertThat(counted)
        .allMatch(each -> each.hour().equals(each.hour().truncatedTo(ChronoUnit.HOURS)));
    return counted.stream().map(HourCount::records).toList();
  }

  @Test
  void block_shouldBeFound_orItsArchiveNamed() {
    archived();
    assertThatThrownBy(() -> hospital.run(c -> StoredBlocks.at(c.store(), A, A, 1)))
        .hasMessageContaining("EHR-5041");
    assertThat(hospital.<Long>run(c -> StoredBlocks.header(c.store(), A, A, 1).header().height()))
        .isEqualTo(1);
    assertThatThrownBy(() -> hospital.run(c -> StoredBlocks.at(c.store(), A, A, 9)))
        .hasMessageContaining("EHR-5005");
  }
}
