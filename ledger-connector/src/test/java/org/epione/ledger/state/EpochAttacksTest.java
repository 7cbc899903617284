package org.epione.ledger.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.block.Block;
import org.epione.ledger.record.EpochClosedBody;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.rules.BlockRules;
import org.epione.ledger.rules.CreditRules;
import org.epione.ledger.world.Doctor;
import org.epione.ledger.world.GrowingChain;
import org.epione.ledger.world.MatterActs;
import org.epione.ledger.world.SharingActs;
import org.epione.ledger.world.Treatment;
import org.epione.ledger.world.World;
import org.junit.jupiter.api.Test;

/** An epoch ends once, when it is time, with what the chain comes to. */
class EpochAttacksTest {

  private static final Duration EPOCH = Duration.ofDays(30);
  private static final Digest OTHER = Digest.of(new byte[] {1});

  private final World world = new World("epochs");
  private final RecordRules rules =
      new RecordRules(new SignatureChecks(world.suite()), Evidence.NOT_OURS);
  private final BlockCheck blocks = new BlockCheck(rules);
  private final GrowingChain chain = chain();

  private GrowingChain chain() {
    GrowingChain founded = new GrowingChain(world);
    founded.add(
        world.founding(
            new BlockRules(50, Duration.ZERO, Duration.ofDays(3), Duration.ofMinutes(2), EPOCH)));
    founded.add(world.doctors().stream().map(world::enrolment).toArray(LedgerRecord[]::new));
    return founded;
  }

  private Optional<RejectionReason> check(LedgerRecord record) {
    return rules.check(chain.state(), record, world.now());
  }

  private Optional<RejectionReason> check(EpochClosedBody body) {
    return check(world.by(world.hospital(), body));
  }

  private Optional<BlockFault.Reason> fault(LedgerRecord... records) {
    ChainState before = chain.state();
    GrowingChain next = chain.fork();
    return blocks.checkFinal(before, next.add(records)).fault().map(BlockFault::reason);
  }

  @Test
  void close_shouldBeginTheNextEpoch_whenTheTimeIsOver() {
    world.clock().move(EPOCH);
    LedgerRecord closing = world.closing(chain.state());
    assertThat(check(closing)).isEmpty();
    assertThat(fault(closing)).isEmpty();

    Block anchor = chain.add(closing);

    assertThat(chain.state().epoch()).contains(new Epoch(2, 2, closing.time()));
    EpochClosedBody body = (EpochClosedBody) closing.body();
    assertThat(body.epoch()).isEqualTo(1);
    assertThat(body.lastHeight()).isEqualTo(anchor.header().height() - 1);
    assertThat(body.lastBlock()).isEqualTo(anchor.header().previous());
    assertThat(body.logSize()).isEqualTo(5);
    assertThat(body.logRoot())
        .isEqualTo(
            Block.tree(
                    chain.blocks().subList(0, 2).stream()
                        .flatMap(block -> block.records().stream())
                        .toList())
                .root());
  }

  @Test
  void check_shouldRefuse_whenTheEpochIsNotOver() {
    world.clock().move(EPOCH.minusMillis(1));
    LedgerRecord early = world.closing(chain.state());
    assertThat(check(early)).contains(RejectionReason.EPOCH_NOT_OVER);
    assertThat(fault(world.creditRules(CreditRules.DEFAULT))).isEmpty();
  }

  @Test
  void check_shouldRefuse_whenTheEpochIsClosedTwiceOrOneIsLeftOut() {
    world.clock().move(EPOCH);
    LedgerRecord closing = world.closing(chain.state());
    EpochClosedBody first = (EpochClosedBody) closing.body();
    assertThat(check(with(first, 2))).contains(RejectionReason.NOT_THE_EPOCH);
    chain.add(closing);

    assertThat(check(closing)).contains(RejectionReason.DUPLICATE);
    assertThat(check(first)).contains(RejectionReason.DUPLICATE);
    world.clock().move(Duration.ofSeconds(1));
    assertThat(check(first)).contains(RejectionReason.NOT_THE_EPOCH);
    assertThat(check(world.closing(chain.state()))).contains(RejectionReason.EPOCH_NOT_OVER);
    world.clock().move(EPOCH);
    assertThat(check(first)).contains(RejectionReason.NOT_THE_EPOCH);
    assertThat(check(world.closing(chain.state()))).isEmpty();
  }

  private static EpochClosedBody with(EpochClosedBody body, long epoch) {
    return new EpochClosedBody(
        epoch, body.lastHeight(), body.lastBlock(), body.logSize(), body.logRoot(), body.state());
  }

  @Test
  void check_shouldNameWhatIsWrong_whenTheClosingIsNotThatOfTheChain() {
    world.clock().move(EPOCH);
    EpochClosedBody honest = chain.state().closing();
    long height = honest.lastHeight();
    Digest block = honest.lastBlock();
    long size = honest.logSize();
    Digest root = honest.logRoot();
    Digest state = honest.state();

    assertThat(check(new EpochClosedBody(1, height + 1, block, size, root, state)))
        .contains(RejectionReason.WRONG_LAST_BLOCK);
    assertThat(check(new EpochClosedBody(1, height, OTHER, size, root, state)))
        .contains(RejectionReason.WRONG_LAST_BLOCK);
    assertThat(check(new EpochClosedBody(1, height, block, size + 1, root, state)))
        .contains(RejectionReason.WRONG_LOG);
    assertThat(check(new EpochClosedBody(1, height, block, size, OTHER, state)))
        .contains(RejectionReason.WRONG_LOG);
    assertThat(check(new EpochClosedBody(1, height, block, size, root, OTHER)))
        .contains(RejectionReason.WRONG_STATE);
    assertThat(check(honest)).isEmpty();
  }

  @Test
  void check_shouldRefuse_whenSomebodyElseCloses() {
    world.clock().move(EPOCH);
    assertThat(check(world.by(world.manager(), chain.state().closing())))
        .contains(RejectionReason.WRONG_AUTHOR);
    assertThat(check(world.by(world.cloud(), chain.state().closing())))
        .contains(RejectionReason.WRONG_AUTHOR);
  }

  @Test
  void block_shouldBeRefused_whenTheEpochIsOverAndItDoesNotCloseIt() {
    LedgerRecord ruled = world.creditRules(CreditRules.DEFAULT);
    assertThat(fault(ruled)).isEmpty();
    world.clock().move(EPOCH);
    assertThat(fault(world.creditRules(CreditRules.DEFAULT)))
        .contains(BlockFault.Reason.EPOCH_NOT_CLOSED);
    LedgerRecord closing = world.closing(chain.state());
    assertThat(fault(closing, world.creditRules(CreditRules.DEFAULT)))
        .contains(BlockFault.Reason.EPOCH_NOT_ALONE);
    assertThat(fault(world.creditRules(CreditRules.DEFAULT), closing))
        .contains(BlockFault.Reason.EPOCH_NOT_ALONE);
    chain.add(closing);
    assertThat(fault(world.creditRules(CreditRules.DEFAULT))).isEmpty();
  }

  @Test
  void seal_shouldForgetWhatIsOver_andKeepWhatSomebodyBuildsOn() {
    Doctor doctor = world.doctor(0);
    Treatment treatment = new Treatment(world, List.of(doctor));
    LedgerRecord diagnosis = treatment.diagnosis();
    chain.add(treatment.opened());
    chain.add(diagnosis, treatment.stored(diagnosis));
    SharingActs ended = new SharingActs(world, treatment, world.foreign());
    LedgerRecord reading = ended.read();
    chain.add(ended.requested(), ended.consented(), ended.issued(), reading);
    world.clock().move(EPOCH);
    chain.add(world.closing(chain.state()));
    assertThat(chain.state().consent(ended.grant().digest())).isPresent();
    SharingActs open = new SharingActs(world, treatment, world.foreign());
    chain.add(open.requested(), open.consented());

    ChainState sealed = chain.state().sealed();

    assertThat(sealed.consent(ended.grant().digest())).isEmpty();
    assertThat(sealed.consent(open.grant().digest())).isPresent();
    assertThat(sealed.sharing().requests().toMap()).hasSize(1);
    assertThat(sealed.sharing().reads().toMap()).isEmpty();
    assertThat(sealed.episode(treatment.episode()))
        .isEqualTo(chain.state().episode(treatment.episode()));
    assertThat(sealed.positionOf(diagnosis.contentDigest())).isEmpty();
    assertThat(sealed.positionOf(open.requested().contentDigest())).isPresent();
    assertThat(sealed.delegates()).hasSameSizeAs(chain.state().delegates());
    assertThat(sealed.credit().digest()).isEqualTo(chain.state().credit().digest());
    assertThat(sealed.sealed().digest()).isEqualTo(sealed.digest());
  }

  @Test
  void check_shouldStillRefuseADuplicate_whenItsEpochIsForgotten() {
    LedgerRecord old = world.creditRules(CreditRules.DEFAULT);
    chain.add(old);
    for (int epoch = 1; epoch <= 2; epoch++) {
      world.clock().move(EPOCH);
      assertThat(check(old)).contains(RejectionReason.DUPLICATE);
      chain.add(world.closing(chain.state()));
    }
    assertThat(chain.state().positionOf(old.contentDigest())).isEmpty();
    assertThat(check(old)).contains(RejectionReason.TOO_OLD);
  }

  @Test
  void report_shouldNameRecordsOfThisEpochAndTheOneBefore() {
    Treatment treatment = new Treatment(world, List.of(world.doctor(0)));
    LedgerRecord opened = treatment.opened();
    chain.add(opened);
    world.clock().move(EPOCH);
    chain.add(world.closing(chain.state()));
    assertThat(check(new MatterActs(world).reported(world.doctor(0), opened))).isEmpty();
    world.clock().move(EPOCH);
    chain.add(world.closing(chain.state()));
    assertThat(check(new MatterActs(world).reported(world.doctor(0), opened)))
        .contains(RejectionReason.UNKNOWN_REFERENCE);
  }

  @Test
  void rules_shouldRefuse_whenAnEpochIsNotLongerThanRecordsMayBeOld() {
    assertThatThrownBy(
            () ->
                new BlockRules(
                    50,
                    Duration.ZERO,
                    Duration.ofDays(3),
                    Duration.ofMinutes(2),
                    Duration.ofDays(3).plusMinutes(4)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
