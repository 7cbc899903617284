package org.epione.ledger.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.envelope.SignedEnvelope;
import org.epione.ledger.block.Block;
import org.epione.ledger.block.BlockHeader;
import org.epione.ledger.block.ChainCopy;
import org.epione.ledger.block.CopyWanted;
import org.epione.ledger.block.SignedHeader;
import org.epione.ledger.connector.making.CloudAgreement;
import org.epione.ledger.connector.making.CloudCopy;
import org.epione.ledger.connector.store.AlarmRow;
import org.epione.ledger.connector.store.ChainRow;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.transparency.SignedNote;
import org.junit.jupiter.api.Test;

/** The hospital's database is restored from a backup; the cloud, elsewhere, has the whole chain. */
abstract class RestoredBackupContract extends HospitalAndCloud {

  /** A server that was not there before starts on the copy. */
  private void restore(TestDatabase copy) throws SQLException {
    hospital.close();
    hospital = hospital(copy);
    // The backup's lease has long ended.
    copy.execute(List.of("update ledger_lease set expires_at = 0"));
    world.clock().move(Duration.ofHours(9));
  }

  @Test
  void step_shouldCatchUpFromTheCloudAndGoOn() throws Exception {
    enrol(0);
    var backup = hospital.database.backup();
    enrol(1);
    enrol(2);
    ChainRow lost = row(hospital, A);
    SignedNote head = head().orElseThrow();

    restore(hospital.database.restore(backup));
    assertThat(row(hospital, A).height()).isEqualTo(lost.height() - 2);
    hospital.step(A);
    settle();

    assertThat(row(hospital, A)).isEqualTo(lost);
    assertThat(head()).contains(head);
    assertThat(agreed()).isTrue();
    enrol(3);
    assertThat(row(hospital, A).height()).isEqualTo(lost.height() + 1);
    assertThat(row(cloud, "CLOUD").head()).isEqualTo(row(hospital, A).head());
    assertThat(cloud.<Long>run(c -> c.store().chains().equivocations("CLOUD", A))).isZero();
  }

  @Test
  void step_shouldWriteNothing_whileTheCloudIsAway() throws Exception {
    var backup = hospital.database.backup();
    enrol(0);
    long height = row(hospital, A).height();
    restore(hospital.database.restore(backup));
    LedgerRecord record = world.enrolment(world.doctor(1));
    hospital.receive(hospital.submission(world.hospital(), record));
    for (int i = 0; i < 5; i++) {
      world.clock().move(Duration.ofSeconds(6));
      hospital.step(A);
    }

    assertThat(agreed()).isFalse();
    assertThat(hospital.sent).extracting(Node.Mail::type).containsOnly(CloudAgreement.WANTED);
    assertThat(row(hospital, A).height()).isEqualTo(height - 1);

    settle();
    assertThat(row(hospital, A).height()).isEqualTo(height + 1);
    assertThat(hospital.receipt(world.hospital(), record).orElseThrow().isFinal()).isTrue();
  }

  @Test
  void step_shouldFinishTheSameBlock_whenTheBackupHasItAsProposal() throws Exception {
    LedgerRecord record = world.enrolment(world.doctor(0));
    hospital.receive(hospital.submission(world.hospital(), record));
    var backup = hospital.database.backup();
    settle();
    ChainRow lost = row(hospital, A);
    restore(hospital.database.restore(backup));
    hospital.step(A);
    settle();

    assertThat(row(hospital, A)).isEqualTo(lost);
    assertThat(hospital.<Boolean>run(c -> c.store().proposals().find(A).isEmpty())).isTrue();
    enrol(1);
    assertThat(row(hospital, A).height()).isEqualTo(lost.height() + 1);
  }

  @Test
  void step_shouldFoundNothingAnew_whenTheBackupIsOlderThanBlockZero() throws Exception {
    Node before = hospital(database());
    before.found(world.founding());
    var backup = before.database.backup();
    before.close();
    enrol(0);
    ChainRow lost = row(hospital, A);
    restore(hospital.database.restore(backup));
    hospital.step(A);
    settle();

    assertThat(row(hospital, A)).isEqualTo(lost);
  }

  @Test
  void submit_shouldRefuseNothing_whileBlocksMayBeMissing() throws Exception {
    var backup = hospital.database.backup();
    LedgerRecord early = enrol(0);
    restore(hospital.database.restore(backup));
    world.clock().move(Duration.ofDays(4));
    hospital.receive(hospital.submission(world.hospital(), early));

    assertThat(hospital.receipts).isEmpty();
    settle();
    assertThat(hospital.receipt(world.hospital(), early).orElseThrow().isFinal()).isTrue();
  }

  @Test
  void step_shouldAskAnew_whenTheDatabaseIsRestoredUnderARunningServer() throws Exception {
    enrol(0);
    var backup = hospital.database.backup();
    enrol(1);
    ChainRow lost = row(hospital, A);
    TestDatabase copy = hospital.database.restore(backup);
    hospital.moveTo(copy);
    LedgerRecord record = world.enrolment(world.doctor(2));
    hospital.receive(hospital.submission(world.hospital(), record));
    settle();

    assertThat(row(hospital, A).height()).isEqualTo(lost.height() + 1);
    assertThat(row(cloud, "CLOUD").head()).isEqualTo(row(hospital, A).head());
  }

  @Test
  void answered_shouldTakeNothing_whenBlocksOrCloudAreFalse() throws Exception {
    var backup = hospital.database.backup();
    enrol(0);
    restore(hospital.database.restore(backup));
    hospital.step(A);
    cloud.deliver(hospital.sent.remove(0));
    ChainCopy honest =
        ChainCopy.decode(
            SignedEnvelope.decode(cloud.sent.remove(0).envelope()).envelope().payload().bytes());
    byte[] block = honest.blocks().get(1).bytes();
    block[block.length - 1] ^= 1;
    List<ByteString> altered = new ArrayList<>(honest.blocks());
    altered.set(1, ByteString.of(block));
    ChainRow before = row(hospital, A);

    for (ChainCopy lie :
        List.of(
            new ChainCopy(honest.chain(), honest.question(), honest.height(), altered),
            new ChainCopy(honest.chain(), honest.question(), 1_000_000, List.of()),
            new ChainCopy(honest.chain(), world.random(16), honest.height(), honest.blocks()))) {
      hospital.receive(hospital.envelope(world.cloud(), A, CloudCopy.COPY, lie.encode()));
      assertThat(agreed()).isFalse();
      assertThat(row(hospital, A)).isEqualTo(before);
    }
  }

  @Test
  void cloud_shouldBeConvicted_whenItSignedAnotherBlockOfAHeight() throws Exception {
    enrol(0);
    restore(hospital.database.restore(hospital.database.backup()));
    hospital.step(A);
    CopyWanted asked =
        CopyWanted.decode(
            SignedEnvelope.decode(hospital.sent.remove(0).envelope()).envelope().payload().bytes());
    Block own = Block.decode(hospital.run(c -> c.store().chains().block(A, A, 1)).orElseThrow());
    BlockHeader header = own.header();
    BlockHeader other =
        new BlockHeader(
            header.chain(),
            header.height(),
            header.previous(),
            header.time().plusSeconds(1),
            header.producer(),
            header.recordCount(),
            header.root(),
            header.credit());
    Block second =
        new Block(
            new SignedHeader(
                other,
                ByteString.of(new byte[64]),
                ByteString.of(world.cloud().sign(other.encode()))),
            own.records());
    ChainCopy copy =
        new ChainCopy(world.chain(), asked.question(), 1, List.of(ByteString.of(second.encode())));

    hospital.receive(hospital.envelope(world.cloud(), A, CloudCopy.COPY, copy.encode()));

    assertThat(agreed()).isFalse();
    List<AlarmRow> alarms = hospital.run(c -> c.store().alarms().all(Optional.of(A)));
    assertThat(alarms).hasSize(1);
    assertThat(alarms.get(0).byCloud()).isTrue();
    assertThat(alarms.get(0).byHospital()).isFalse();
    assertThat(alarms.get(0).station()).isEqualTo(A);
  }
}
