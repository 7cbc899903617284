package org.epione.ledger.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.epione.ledger.block.Block;
import org.epione.ledger.record.EpochClosedBody;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.RecordType;
import org.epione.ledger.rules.BlockRules;
import org.epione.ledger.state.ChainState;
import org.epione.ledger.state.Epoch;
import org.epione.ledger.transparency.Checkpoint;
import org.junit.jupiter.api.Test;

/** Epochs are closed when they are over: by the hospital, with the cloud. */
abstract class EpochContract extends HospitalAndCloud {

  private static final Duration EPOCH = Duration.ofDays(30);

  @Override
  LedgerRecord founding() {
    return world.founding(
        new BlockRules(50, Duration.ZERO, Duration.ofDays(3), Duration.ofMinutes(2), EPOCH));
  }

  private ChainState state(Node node, String holder) {
    return node.run(
        c -> c.states().at(c.store(), c.store().chains().find(holder, A).orElseThrow()));
  }

  private Block block(Node node, String holder, long height) {
    return node.run(c -> Block.decode(c.store().chains().block(holder, A, height).orElseThrow()));
  }

  private void step() {
    hospital.step(A);
    settle();
  }

  @Test
  void epoch_shouldBeClosed_whenItIsOverAndNothingWaits() {
    enrol(0);
    world.clock().move(EPOCH.minusSeconds(1));
    step();
    assertThat(row(hospital, A).height()).isEqualTo(1);

    world.clock().move(Duration.ofSeconds(1));
    step();
    step();

    assertThat(row(hospital, A).height()).isEqualTo(2);
    Block closing = block(hospital, A, 2);
    assertThat(closing.records()).hasSize(1);
    EpochClosedBody body = (EpochClosedBody) closing.records().get(0).body();
    assertThat(body.epoch()).isEqualTo(1);
    assertThat(body.lastHeight()).isEqualTo(1);
    assertThat(body.logSize()).isEqualTo(2);
    assertThat(block(cloud, "CLOUD", 2)).isEqualTo(closing);
    assertThat(Checkpoint.parse(head().orElseThrow().text()).root())
        .isEqualTo(state(hospital, A).log().root());
    assertThat(state(hospital, A).epoch()).map(Epoch::number).contains(2L);
    assertThat(state(cloud, "CLOUD").digest()).isEqualTo(state(hospital, A).digest());
  }

  @Test
  void epoch_shouldBeClosedFirst_whenARecordWaits() {
    world.clock().move(EPOCH);
    LedgerRecord record = enrol(0);
    step();

    assertThat(block(hospital, A, 1).records().get(0).type()).isEqualTo(RecordType.EPOCH_CLOSED);
    assertThat(block(hospital, A, 2).records()).containsExactly(record);
    assertThat(row(cloud, "CLOUD").head()).isEqualTo(row(hospital, A).head());
  }

  @Test
  void epochs_shouldBeClosedOneAfterTheOther_alsoAfterARestart() {
    for (int epoch = 1; epoch <= 3; epoch++) {
      world.clock().move(EPOCH);
      hospital.restart();
      cloud.restart();
      step();
      step();
      assertThat(state(hospital, A).epoch()).map(Epoch::number).contains(epoch + 1L);
    }
    hospital.restart();
    assertThat(state(hospital, A).digest()).isEqualTo(state(cloud, "CLOUD").digest());
  }

  @Test
  void closing_shouldBeRefusedAtTheDoor_whenSomebodySubmitsOne() {
    world.clock().move(EPOCH.minusSeconds(1));
    LedgerRecord early = world.closing(state(hospital, A));
    hospital.receive(hospital.submission(world.hospital(), early));
    settle();
    assertThat(hospital.receipt(world.hospital(), early).orElseThrow().isFinal()).isFalse();

    world.clock().move(Duration.ofSeconds(1));
    LedgerRecord due = world.closing(state(hospital, A));
    hospital.receive(hospital.submission(world.hospital(), due));
    settle();
    step();

    assertThat(row(hospital, A).height()).isEqualTo(1);
    assertThat(block(hospital, A, 1).records().get(0)).isNotEqualTo(early);
    long waiting = hospital.run(c -> c.store().pending().count(A));
    assertThat(waiting).isZero();
  }

  @Test
  void nothing_shouldBeMade_whenTheHospitalsCertificateIsOverAndTheEpochTooLate() {
    world.clock().move(Duration.ofDays(366));

    assertThatThrownBy(() -> hospital.step(A)).hasMessageContaining("EHR-5040");

    assertThat(row(hospital, A).height()).isZero();
  }
}
