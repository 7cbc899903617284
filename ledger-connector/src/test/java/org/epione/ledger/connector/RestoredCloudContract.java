package org.epione.ledger.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.envelope.SignedEnvelope;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.block.Block;
import org.epione.ledger.block.BlockHeader;
import org.epione.ledger.block.ChainCopy;
import org.epione.ledger.block.CopyWanted;
import org.epione.ledger.block.Cosignature;
import org.epione.ledger.block.ProposedBlock;
import org.epione.ledger.block.SignedHeader;
import org.epione.ledger.connector.making.BlockMaking;
import org.epione.ledger.connector.making.CloudCopy;
import org.epione.ledger.connector.making.Cosigning;
import org.epione.ledger.connector.port.LedgerException;
import org.epione.ledger.connector.store.ChainRow;
import org.epione.ledger.record.LedgerRecord;
import org.junit.jupiter.api.Test;

/** The cloud's database is restored from a backup; the hospital, elsewhere, has the whole chain. */
abstract class RestoredCloudContract extends HospitalAndCloud {

  private void restore(TestDatabase copy) throws SQLException {
    cloud.close();
    cloud = cloud(copy);
    world.clock().move(Duration.ofHours(9));
  }

  private LedgerRecord submit(int number) {
    LedgerRecord record = world.enrolment(world.doctor(number));
    hospital.receive(hospital.submission(world.hospital(), record));
    return record;
  }

  /** The hospital offers its block again, until all is said. */
  private void goOn() {
    for (int i = 0; i < 3; i++) {
      world.clock().move(Duration.ofMinutes(2));
      hospital.step(A);
      settle();
    }
  }

  private ProposedBlock offered() {
    Node.Mail mail =
        hospital.sent.stream()
            .filter(each -> each.type().equals(BlockMaking.PROPOSE))
            .findFirst()
            .orElseThrow();
    return ProposedBlock.decode(
        SignedEnvelope.decode(mail.envelope()).envelope().payload().bytes());
  }

  private Cosignature answer(ProposedBlock block) {
    cloud.receive(cloud.envelope(world.hospital(), "CLOUD", BlockMaking.PROPOSE, block.encode()));
    Node.Mail answer =
        cloud.sent.stream()
            .filter(each -> each.type().equals(Cosigning.COSIGN))
            .reduce((one, other) -> other)
            .orElseThrow();
    return Cosignature.decode(
        SignedEnvelope.decode(answer.envelope()).envelope().payload().bytes());
  }

  @Test
  void cloud_shouldTakeWhatItForgotAndGoOn() throws Exception {
    enrol(0);
    var backup = cloud.database.backup();
    enrol(1);
    enrol(2);
    restore(cloud.database.restore(backup));
    assertThat(row(cloud, "CLOUD").height()).isEqualTo(row(hospital, A).height() - 2);

    LedgerRecord record = submit(3);
    settle();
    assertThat(row(cloud, "CLOUD").height()).isEqualTo(row(hospital, A).height());
    goOn();

    assertThat(hospital.receipt(world.hospital(), record).orElseThrow().isFinal()).isTrue();
    assertThat(row(cloud, "CLOUD").head()).isEqualTo(row(hospital, A).head());
    assertThat(row(cloud, "CLOUD").records()).isEqualTo(row(hospital, A).records());
  }

  @Test
  void cloud_shouldTakeTheWholeChain_whenTheBackupIsOlderThanBlockZero() throws Exception {
    enrol(0);
    restore(database());
    LedgerRecord record = submit(1);
    settle();
    goOn();

    assertThat(hospital.receipt(world.hospital(), record).orElseThrow().isFinal()).isTrue();
    assertThat(row(cloud, "CLOUD").head()).isEqualTo(row(hospital, A).head());
  }

  @Test
  void cloud_shouldCosignNothing_untilItHasAllThatIsKnownToBeMissing() throws Exception {
    var backup = cloud.database.backup();
    enrol(0);
    enrol(1);
    restore(cloud.database.restore(backup));
    submit(2);
    ProposedBlock later = offered();
    assertThat(answer(later).refusal()).contains("CLOUD_BEHIND");
    ChainRow behind = row(cloud, "CLOUD");

    // What a hospital with a second history would offer now: another block of the next height.
    BlockHeader header = later.header();
    BlockHeader other = moved(header, behind.height() + 1, behind.head(), world.now());
    ProposedBlock fork =
        new ProposedBlock(
            other,
            ByteString.of(world.hospital().sign(other.encode())),
            later.records(),
            List.of());
    cloud.restart();
    assertThat(answer(fork).refusal()).contains("CLOUD_BEHIND");
    assertThat(row(cloud, "CLOUD").height()).isEqualTo(behind.height());

    settle();
    goOn();
    assertThat(row(cloud, "CLOUD").head()).isEqualTo(row(hospital, A).head());
  }

  @Test
  void cloud_shouldTakeNothing_whenBlocksAreFalseOrSignedByOneAlone() throws Exception {
    var backup = cloud.database.backup();
    enrol(0);
    restore(cloud.database.restore(backup));
    submit(1);
    ProposedBlock later = offered();
    assertThat(answer(later).refusal()).contains("CLOUD_BEHIND");
    Block lost = Block.decode(hospital.run(c -> c.store().chains().block(A, A, 1)).orElseThrow());
    byte[] altered = lost.encode();
    altered[altered.length - 1] ^= 1;
    Block alone =
        new Block(
            new SignedHeader(
                lost.header(), lost.signedHeader().hospital(), ByteString.of(new byte[64])),
            lost.records());
    ChainRow before = row(cloud, "CLOUD");

    for (byte[] block : List.of(altered, alone.encode(), lost.encode())) {
      boolean honest = block.length == lost.encode().length && Block.decode(block).equals(lost);
      ChainCopy copy =
          new ChainCopy(before.pid(), world.random(16), 1, List.of(ByteString.of(block)));
      cloud.receive(cloud.envelope(world.hospital(), "CLOUD", CloudCopy.ORIGINAL, copy.encode()));
      assertThat(row(cloud, "CLOUD").height()).isEqualTo(honest ? 1 : before.height());
    }
  }

  @Test
  void hospital_shouldGiveItsBlocksToItsCloudOnly() {
    CopyWanted wanted = new CopyWanted(world.chain(), world.random(16), 0);
    assertThatThrownBy(
            () ->
                hospital.receive(
                    hospital.envelope(
                        world.other(), A, Cosigning.ORIGINAL_WANTED, wanted.encode())))
        .isInstanceOf(LedgerException.class)
        .hasMessageContaining("EHR-5001");
  }

  @Test
  void block_shouldNotBeBelieved_whenSomebodyElseSignedThatItIsAhead() {
    enrol(0);
    submit(1);
    ProposedBlock next = offered();
    BlockHeader header = next.header();
    BlockHeader far = moved(header, header.height() + 5, header.previous(), header.time());
    ProposedBlock forged =
        new ProposedBlock(
            far, ByteString.of(world.other().sign(far.encode())), next.records(), List.of());
    assertThat(answer(forged).refusal()).contains("WRONG_HEIGHT");
    assertThat(answer(next).signature()).isPresent();
  }

  private static BlockHeader moved(BlockHeader header, long height, Digest previous, Instant time) {
    return new BlockHeader(
        header.chain(),
        height,
        previous,
        time,
        header.producer(),
        header.recordCount(),
        header.root(),
        header.credit());
  }
}
