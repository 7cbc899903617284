package org.epione.ledger.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.envelope.Envelope;
import org.epione.crypto.envelope.EnvelopeId;
import org.epione.ledger.block.Block;
import org.epione.ledger.block.BlockHeader;
import org.epione.ledger.block.SignedHeader;
import org.epione.ledger.connector.context.StoredBlocks;
import org.epione.ledger.connector.port.LedgerException;
import org.epione.ledger.connector.station.StationMessages;
import org.epione.ledger.connector.store.AlarmRow;
import org.epione.ledger.connector.store.ChainRow;
import org.epione.ledger.export.ExportWriter;
import org.epione.ledger.finality.Countersignature;
import org.epione.ledger.finality.Equivocation;
import org.epione.ledger.station.BlockBatch;
import org.epione.ledger.station.BlocksWanted;
import org.epione.ledger.station.CountersignatureBatch;
import org.epione.ledger.station.StationAlarm;
import org.epione.ledger.verification.ChainVerifier;
import org.epione.ledger.verification.ProgressListener;
import org.epione.ledger.verification.VerificationReport;
import org.epione.ledger.world.Party;
import org.epione.ledger.world.StationKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the hospital does with its doctors' stations. */
abstract class StationsContract extends ConnectorOnDatabase {

  private final List<StationKey> stations = new ArrayList<>();

  /** Four doctors, three of them with stations. */
  @BeforeEach
  void equip() {
    enrol(world.doctors());
    for (int i = 0; i < 3; i++) {
      StationKey station = new StationKey(world);
      stations.add(station);
      assertThat(submit(world.hospital(), station.enrolment(world.doctor(i))).isFinal()).isTrue();
    }
    submit(world.hospital(), world.enrolment(world.doctor(world.hospital())));
  }

  private byte[] envelope(StationKey station, String type, byte[] payload, Instant created) {
    Envelope envelope =
        new Envelope(
            EnvelopeId.random(world.suite().random()),
            type,
            station.identity().name(),
            A,
            created,
            Optional.empty(),
            ByteString.of(payload));
    return envelope.signed(station.sign(envelope.toSign())).encode();
  }

  private byte[] say(StationKey station, String type, byte[] payload) {
    byte[] message = envelope(station, type, payload, world.now());
    return node.run(c -> new StationMessages(c).answer(message));
  }

  private BlockBatch blocks(StationKey station, long from) {
    return BlockBatch.decode(say(station, BlocksWanted.TYPE, new BlocksWanted(from).encode()));
  }

  private void countersign(StationKey station, Countersignature... votes) {
    say(station, CountersignatureBatch.TYPE, new CountersignatureBatch(List.of(votes)).encode());
  }

  private BlockHeader header(long height) {
    return node.run(c -> StoredBlocks.at(c.store(), A, A, height)).header();
  }

  private Countersignature vote(int doctor, long height) {
    return stations.get(doctor).vote(header(height), world.doctor(doctor).pid());
  }

  private List<Countersignature> kept(long height) {
    Map<Long, List<Countersignature>> all = node.run(c -> c.store().votes().of(A, height, 1));
    return all.getOrDefault(height, List.of());
  }

  private long finalHeight() {
    Long height = node.run(c -> c.store().votes().finalHeight(A).orElse(-1));
    return height;
  }

  private byte[] encoded(long height) {
    return node.run(c -> StoredBlocks.at(c.store(), A, A, height)).encode();
  }

  private VerificationReport verifyExport() {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ChainRow row = row(A);
      ExportWriter writer = new ExportWriter(out, row.pid(), row.height() + 1);
      for (long height = 0; height <= row.height(); height++) {
        writer.add(encoded(height), kept(height));
      }
      writer.finish();
      return new ChainVerifier(world.suite())
          .verify(new ByteArrayInputStream(out.toByteArray()), ProgressListener.NONE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void countersign_shouldBeFinalByDelegates_whenTwoThirdsDid() {
    long head = row(A).height();
    assertThat(row(A).height()).isEqualTo(8);
    countersign(stations.get(0), vote(0, head));
    countersign(stations.get(0), vote(0, head), vote(0, head - 1));
    countersign(stations.get(1), vote(1, head));
    assertThat(finalHeight()).isEqualTo(-1);
    countersign(stations.get(2), vote(2, head));

    assertThat(finalHeight()).isEqualTo(head);
    assertThat(kept(head)).hasSize(3);
    countersign(stations.get(1), vote(1, head - 1));
    assertThat(finalHeight()).isEqualTo(head);
    node.restart();
    countersign(stations.get(2), vote(2, head));
    assertThat(kept(head)).hasSize(3);
    assertThat(verifyExport().fault()).isEmpty();
    assertThat(verifyExport().finalByDelegates()).hasValue(head);
  }

  @Test
  void countersign_shouldJudgeByTheStateBeforeTheBlock_whenTheVoteIsLate() {
    long before = row(A).height();
    submit(world.hospital(), stations.get(0).withdrawal(world.doctor(0)));
    long withdrawn = row(A).height();
    expelSecondDoctor();
    submit(world.hospital(), world.enrolment(world.doctor(world.hospital())));
    long after = row(A).height();
    List<Countersignature> late =
        LongStream.rangeClosed(0, after)
            .boxed()
            .flatMap(height -> List.of(vote(0, height), vote(1, height), vote(2, height)).stream())
            .toList();

    countersign(stations.get(2), late.toArray(Countersignature[]::new));

    assertThat(kept(4)).isEmpty();
    assertThat(kept(before)).hasSize(3);
    assertThat(kept(withdrawn)).hasSize(3);
    assertThat(kept(withdrawn + 1))
        .extracting(Countersignature::doctor)
        .containsExactlyInAnyOrder(world.doctor(1).pid(), world.doctor(2).pid());
    assertThat(kept(after))
        .extracting(Countersignature::doctor)
        .containsExactly(world.doctor(2).pid());
    assertThat(verifyExport().fault()).isEmpty();
    assertThat(verifyExport().finalByDelegates()).hasValue(before);
    assertThat(finalHeight()).isEqualTo(before);
  }

  @Test
  void countersign_shouldNotCount_whenForgedForeignOrOfAnotherBlock() {
    long head = row(A).height();
    Countersignature honest = vote(0, head);
    Countersignature forged =
        Countersignature.of(header(head), world.doctor(1).pid(), honest.signature().bytes());
    Countersignature elsewhere = stations.get(0).vote(header(head - 1), world.doctor(0).pid());
    Countersignature otherBlock =
        new Countersignature(
            world.chain(), head, elsewhere.block(), elsewhere.doctor(), elsewhere.signature());
    Countersignature future =
        new Countersignature(
            world.chain(), head + 1, honest.block(), honest.doctor(), honest.signature());
    Countersignature foreign = new StationKey(world).vote(header(head), world.foreign().pid());

    countersign(stations.get(0), forged, otherBlock, future, foreign);

    assertThat(kept(head)).isEmpty();
    assertThat(kept(head + 1)).isEmpty();
  }

  @Test
  void answer_shouldGiveBlocksFromAnyHeight() {
    long head = row(A).height();
    for (long from = 0; from <= head + 2; from++) {
      BlockBatch batch = blocks(stations.get(0), from);
      assertThat(batch.height()).isEqualTo(head);
      assertThat(batch.blocks()).hasSize((int) Math.max(0, head - from + 1));
      for (int i = 0; i < batch.blocks().size(); i++) {
        assertThat(Block.decode(batch.blocks().get(i).bytes()).header())
            .isEqualTo(header(from + i));
      }
    }
  }

  @Test
  void answer_shouldRefuse_whenTheStationIsUnknownWithdrawnOrExpelled() {
    assertRefused(new StationKey(world), "EHR-5020");
    submit(world.hospital(), stations.get(0).withdrawal(world.doctor(0)));
    expelSecondDoctor();
    assertRefused(stations.get(0), "EHR-5020");
    assertRefused(stations.get(1), "EHR-5020");
    assertThat(blocks(stations.get(2), 0).blocks()).isNotEmpty();
  }

  private void assertRefused(StationKey station, String code) {
    assertThatThrownBy(() -> blocks(station, 0))
        .isInstanceOf(LedgerException.class)
        .hasMessageContaining(code);
  }

  @Test
  void answer_shouldRefuse_whenTheMessageIsForgedOldOrMakesNoSense() {
    byte[] wanted = new BlocksWanted(0).encode();
    StationKey station = stations.get(0);
    byte[] honest = envelope(station, BlocksWanted.TYPE, wanted, world.now());
    byte[] altered = honest.clone();
    altered[altered.length - 1] ^= 1;
    Party stranger = world.other();
    Envelope inItsName =
        new Envelope(
            EnvelopeId.random(world.suite().random()),
            BlocksWanted.TYPE,
            station.identity().name(),
            A,
            world.now(),
            Optional.empty(),
            ByteString.of(wanted));

    for (byte[] bad :
        List.of(
            altered,
            new byte[0],
            Arrays.copyOf(honest, honest.length - 3),
            inItsName.signed(stranger.sign(inItsName.toSign())).encode(),
            envelope(station, BlocksWanted.TYPE, wanted, world.now().minus(Duration.ofMinutes(6))),
            envelope(station, BlocksWanted.TYPE, wanted, world.now().plus(Duration.ofMinutes(6))),
            envelope(station, BlocksWanted.TYPE, new byte[9], world.now()),
            envelope(station, CountersignatureBatch.TYPE, wanted, world.now()),
            envelope(station, "station.unknown", wanted, world.now()))) {
      assertThatThrownBy(() -> node.run(c -> new StationMessages(c).answer(bad)))
          .isInstanceOf(LedgerException.class)
          .hasMessageContaining("EHR-5021");
    }
  }

  @Test
  void alarm_shouldBeKeptOnce_whenItProvesTwoHistories() {
    SignedHeader kept = node.run(c -> StoredBlocks.at(c.store(), A, A, 5)).signedHeader();
    BlockHeader other =
        new BlockHeader(
            kept.header().chain(),
            5,
            kept.header().previous(),
            kept.header().time().plusMillis(1),
            kept.header().producer(),
            kept.header().recordCount(),
            kept.header().root(),
            kept.header().credit());
    ByteString byHospital = ByteString.of(world.hospital().sign(other.encode()));
    ByteString byCloud = ByteString.of(world.cloud().sign(other.encode()));
    Equivocation proof = new Equivocation(kept, new SignedHeader(other, byHospital, byCloud));

    say(stations.get(0), StationAlarm.TYPE, proof.encode());
    say(stations.get(1), StationAlarm.TYPE, proof.encode());

    List<AlarmRow> alarms = node.run(c -> c.store().alarms().all(Optional.of(A)));
    assertThat(alarms).hasSize(1);
    assertThat(alarms.get(0).byCloud()).isTrue();
    assertThat(alarms.get(0).height()).isEqualTo(5);
    assertThat(alarms.get(0).station()).isEqualTo(stations.get(0).identity().name());
    Optional<ByteString> content =
        node.run(c -> c.store().alarms().find(A, alarms.get(0).digest()));
    assertThat(content).contains(ByteString.of(proof.encode()));
    Equivocation slander = new Equivocation(kept, new SignedHeader(other, byCloud, byCloud));
    assertThatThrownBy(() -> say(stations.get(2), StationAlarm.TYPE, slander.encode()))
        .hasMessageContaining("EHR-5021");
    List<AlarmRow> still = node.run(c -> c.store().alarms().all(Optional.empty()));
    assertThat(still).isEqualTo(alarms);
  }
}
