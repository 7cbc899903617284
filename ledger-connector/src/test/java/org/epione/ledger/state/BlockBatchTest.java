package org.epione.ledger.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import org.epione.crypto.pairing.G1;
import org.epione.crypto.signature.BlsSignature;
import org.epione.ledger.block.Block;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.world.GrowingChain;
import org.epione.ledger.world.Treatment;
import org.epione.ledger.world.World;
import org.junit.jupiter.api.Test;

/** Signatures of a block's records are verified together: nothing bad hides among the others. */
class BlockBatchTest {

  private final World world = new World("block batch");
  private final BlockCheck check =
      new BlockCheck(new RecordRules(new SignatureChecks(world.suite()), Evidence.NOT_OURS));
  private final GrowingChain chain = GrowingChain.founded(world);
  private final LedgerRecord one = diagnosis(0);
  private final LedgerRecord other = diagnosis(1);

  private LedgerRecord diagnosis(int first) {
    Treatment treatment = new Treatment(world, world.doctors().subList(first, first + 2));
    chain.add(treatment.opened());
    return treatment.diagnosis();
  }

  private BlockVerdict check(LedgerRecord... records) {
    ChainState before = chain.state();
    return check.checkFinal(before, chain.add(records));
  }

  /** The record with its author's signature multiplied. */
  private LedgerRecord multiplied(LedgerRecord record, G1 by) {
    byte[] encoded = record.encode();
    int start = encoded.length - BlsSignature.LENGTH;
    G1 signature = element(record);
    byte[] changed = signature.multiply(by).encode();
    System.arraycopy(changed, 0, encoded, start, changed.length);
    return LedgerRecord.decode(encoded);
  }

  private G1 element(LedgerRecord record) {
    byte[] encoded = record.encode();
    byte[] signature =
        Arrays.copyOfRange(encoded, encoded.length - BlsSignature.LENGTH, encoded.length);
    return world.suite().bls().decodeSignature(signature).element();
  }

  private static void refusedAt(int index, BlockVerdict verdict) {
    assertThat(verdict.fault()).contains(BlockFault.refused(index, RejectionReason.BAD_SIGNATURE));
    assertThat(verdict.after()).isEmpty();
  }

  @Test
  void check_shouldAllow_whenAllHold() {
    BlockVerdict verdict = check(one, other);

    assertThat(verdict.fault()).isEmpty();
    assertThat(verdict.after().flatMap(ChainState::head)).isEqualTo(chain.state().head());
  }

  @Test
  void check_shouldNameTheRecord_whenTheFirstIsBad() {
    refusedAt(0, check(multiplied(one, element(other)), other));
  }

  @Test
  void check_shouldNameTheRecord_whenTheLastIsBad() {
    refusedAt(1, check(one, multiplied(other, element(one))));
  }

  @Test
  void check_shouldNameTheFirst_whenTheErrorsOfTwoCancel() {
    G1 error = element(other);
    refusedAt(0, check(multiplied(one, error), multiplied(other, error.inverse())));
  }

  @Test
  void check_shouldRefuseAgain_whenABadRecordComesTwice() {
    LedgerRecord bad = multiplied(one, element(other));
    ChainState before = chain.state();
    Block block = chain.add(bad, other);
    refusedAt(0, check.checkFinal(before, block));
    refusedAt(0, check.checkFinal(before, block));
  }

  @Test
  void settle_shouldRememberOnlyWhatHolds() {
    SignatureChecks checks = new SignatureChecks(world.suite());
    SignatureChecks deferring = checks.deferring();
    RecordRules rules = new RecordRules(deferring, Evidence.NOT_OURS);
    LedgerRecord bad = multiplied(one, element(other));

    assertThat(rules.check(chain.state(), bad, world.now())).isEmpty();
    assertThat(deferring.settle()).isFalse();
    assertThat(new RecordRules(checks, Evidence.NOT_OURS).check(chain.state(), bad, world.now()))
        .isEqualTo(Optional.of(RejectionReason.BAD_SIGNATURE));
  }
}
