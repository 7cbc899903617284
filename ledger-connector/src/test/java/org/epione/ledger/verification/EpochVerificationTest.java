package org.epione.ledger.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.epione.ledger.block.Block;
import org.epione.ledger.block.SignedHeader;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.RecordType;
import org.epione.ledger.rules.BlockRules;
import org.epione.ledger.rules.CreditRules;
import org.epione.ledger.state.ChainState;
import org.epione.ledger.state.RecordPosition;
import org.epione.ledger.world.GrowingChain;
import org.epione.ledger.world.MatterActs;
import org.epione.ledger.world.RandomActs;
import org.epione.ledger.world.SharingActs;
import org.epione.ledger.world.StationKey;
import org.epione.ledger.world.Treatment;
import org.epione.ledger.world.World;
import org.junit.jupiter.api.Test;

/** From an anchor on, a chain is what it is from its founding on. */
class EpochVerificationTest {

  private static final Duration EPOCH = Duration.ofDays(30);

  /** Records live so short that an epoch may end with every other block. */
  private static final BlockRules SHORT =
      new BlockRules(
          50, Duration.ZERO, Duration.ofSeconds(1), Duration.ZERO, Duration.ofSeconds(2));

  private static boolean isAnchor(Block block) {
    return block.records().get(0).type() == RecordType.EPOCH_CLOSED;
  }

  @Property(tries = 6)
  void verify_shouldSayTheSame_fromEveryAnchorOn(
      @ForAll @Size(min = 10, max = 25) List<@IntRange(min = 0, max = 999) Integer> choices)
      throws IOException {
    RandomActs acts = new RandomActs(SHORT, state -> {});
    choices.forEach(acts::act);
    GrowingChain chain = acts.chain();
    BothWays bothWays = new BothWays(acts.world().suite());
    VerificationReport whole = bothWays.verify(chain.export());
    assertThat(whole.fault()).isEmpty();
    assertThat(whole.state().digest()).isEqualTo(chain.state().digest());

    for (int height = 1; height < chain.blocks().size(); height++) {
      if (isAnchor(chain.blocks().get(height))) {
        VerificationReport rest = bothWays.verify(chain.exportFrom(height));
        assertThat(rest.fault()).isEmpty();
        assertThat(rest.beginning()).isEqualTo(height);
        assertThat(rest.state().digest()).isEqualTo(whole.state().digest());
        assertThat(rest.head()).isEqualTo(whole.head());
      }
    }
  }

  private final World world = new World("epoch verification");
  private final BothWays bothWays = new BothWays(world.suite());

  private GrowingChain founded() {
    GrowingChain chain = new GrowingChain(world);
    chain.add(
        world.founding(
            new BlockRules(50, Duration.ZERO, Duration.ofDays(3), Duration.ofMinutes(2), EPOCH)));
    return chain;
  }

  /** Something of everything. */
  private GrowingChain chain() {
    GrowingChain chain = founded();
    chain.add(world.doctors().stream().map(world::enrolment).toArray(LedgerRecord[]::new));
    chain.add(new StationKey(world).enrolment(world.doctor(0)));
    Treatment treatment = new Treatment(world, world.doctors().subList(0, 2));
    LedgerRecord diagnosis = treatment.diagnosis();
    chain.add(treatment.opened());
    chain.add(diagnosis);
    chain.add(treatment.stored(diagnosis));
    SharingActs sharing = new SharingActs(world, treatment, world.foreign());
    chain.add(sharing.requested());
    chain.add(sharing.consented());
    chain.add(sharing.issued());
    chain.add(new MatterActs(world).reported(world.doctor(1), diagnosis));
    return chain;
  }

  private GrowingChain upTo(GrowingChain chain, int height) {
    GrowingChain part = new GrowingChain(world);
    chain.blocks().subList(0, height).forEach(part::take);
    return part;
  }

  @Test
  void verify_shouldSayTheSame_whereverTheEpochIsClosed() throws IOException {
    GrowingChain all = chain();
    world.clock().move(EPOCH);
    for (int height = 1; height <= all.blocks().size(); height++) {
      GrowingChain chain = upTo(all, height);
      chain.add(world.closing(chain.state()));
      chain.add(world.creditRules(CreditRules.DEFAULT));
      VerificationReport whole = bothWays.verify(chain.export());
      VerificationReport rest = bothWays.verify(chain.exportFrom(height));
      assertThat(whole.fault()).isEmpty();
      assertThat(rest.fault()).isEmpty();
      assertThat(rest.state().digest()).isEqualTo(whole.state().digest());
      assertThat(rest.counts()).containsOnlyKeys(RecordType.EPOCH_CLOSED, RecordType.CREDIT_RULES);
      assertThat(
              bothWays
                  .verify(GrowingChain.export(world, chain.blocks().subList(0, height + 1)))
                  .fault())
          .isEmpty();
    }
  }

  @Test
  void verify_shouldNameTheSameFault_fromTheAnchorOn() throws IOException {
    GrowingChain chain = closed();
    Treatment treatment = new Treatment(world, world.doctors().subList(0, 2));
    chain.add(treatment.opened());
    LedgerRecord twice = world.enrolment(world.doctor(0));
    chain.add(twice);
    chain.add(world.creditRules(CreditRules.DEFAULT));

    Fault whole = bothWays.verify(chain.export()).fault().orElseThrow();

    assertThat(whole.code()).isEqualTo("RECORD_REFUSED/ALREADY_ENROLLED");
    assertThat(bothWays.verify(chain.exportFrom(anchor(chain))).fault()).contains(whole);
    List<Block> blocks = new ArrayList<>(chain.blocks().subList(anchor(chain), 12));
    blocks.set(1, withoutCloud(blocks.get(1)));
    assertThat(code(blocks, sealed(chain))).isEqualTo("BAD_CLOUD_SIGNATURE");
    blocks.set(0, withoutCloud(blocks.get(0)));
    assertThat(code(blocks, sealed(chain))).isEqualTo("BAD_CLOUD_SIGNATURE");
  }

  private static Block withoutCloud(Block block) {
    SignedHeader signed = block.signedHeader();
    return new Block(
        new SignedHeader(signed.header(), signed.hospital(), signed.hospital()), block.records());
  }

  /** A chain whose first epoch is closed. */
  private GrowingChain closed() {
    GrowingChain chain = chain();
    world.clock().move(EPOCH);
    chain.add(world.closing(chain.state()));
    return chain;
  }

  private static int anchor(GrowingChain chain) {
    int height = 0;
    while (!isAnchor(chain.blocks().get(height))) {
      height++;
    }
    return height;
  }

  private static ChainState sealed(GrowingChain chain) {
    return chain.sealedBefore(anchor(chain));
  }

  private String code(List<Block> blocks, ChainState snapshot) throws IOException {
    return fault(blocks, snapshot).code();
  }

  private Fault fault(List<Block> blocks, ChainState snapshot) throws IOException {
    return bothWays
        .verify(GrowingChain.exportFrom(world, blocks, snapshot.encode()))
        .fault()
        .orElseThrow();
  }

  @Test
  void verify_shouldRefuse_whenTheSnapshotIsForgedOrOfAnotherHeight() throws IOException {
    GrowingChain chain = closed();
    chain.add(world.creditRules(CreditRules.DEFAULT));
    int anchor = anchor(chain);
    List<Block> rest = chain.blocks().subList(anchor, chain.blocks().size());

    GrowingChain other = upTo(chain, anchor - 1);
    assertThat(code(rest, other.state().sealed())).isEqualTo("OTHER_SNAPSHOT");
    assertThat(code(rest, chain.state())).isEqualTo("OTHER_SNAPSHOT");
    assertThat(code(chain.blocks().subList(anchor + 1, anchor + 2), chain.state()))
        .isEqualTo("NO_ANCHOR");
    assertThat(code(List.of(chain.blocks().get(0)), sealed(chain))).isEqualTo("NO_ANCHOR");

    ChainState forged = withAnotherRecord(sealed(chain));
    Fault fault = fault(rest, forged);
    assertThat(fault.code()).isEqualTo("FORGED_SNAPSHOT");
    assertThat(fault.party()).isEqualTo("FILE");
    assertThat(fault.height()).contains((long) anchor);
  }

  /** The same head, and yet a record more. */
  private ChainState withAnotherRecord(ChainState state) {
    return state.apply(world.creditRules(CreditRules.DEFAULT), new RecordPosition(2, 1));
  }

  @Test
  void verify_shouldFindTheFlippedByte_inTheSnapshotToo() throws IOException {
    GrowingChain chain = closed();
    byte[] snapshot = sealed(chain).encode();
    List<Block> rest = chain.blocks().subList(anchor(chain), chain.blocks().size());
    for (int position = 0; position < snapshot.length; position += 41) {
      byte[] damaged = snapshot.clone();
      damaged[position] ^= (byte) (1 << (position % 8));
      assertThat(bothWays.verify(GrowingChain.exportFrom(world, rest, damaged)).isValid())
          .as("byte " + position)
          .isFalse();
    }
  }

  @Test
  void verify_shouldRefuse_whenAnotherManagerVouchesForNothing() throws IOException {
    World forger = new World("forger");
    GrowingChain chain = closed();
    byte[] snapshot = sealed(chain).encode();
    byte[] genuine = world.hospital().certificate().identity().signingKey().bytes();
    byte[] another = forger.hospital().certificate().identity().signingKey().bytes();
    byte[] forged = replaced(snapshot, genuine, another);

    Fault fault =
        bothWays
            .verify(
                GrowingChain.exportFrom(
                    world, chain.blocks().subList(anchor(chain), chain.blocks().size()), forged))
            .fault()
            .orElseThrow();

    assertThat(fault.code()).isEqualTo("UNCERTIFIED_SNAPSHOT");
  }

  private static byte[] replaced(byte[] where, byte[] what, byte[] with) {
    byte[] result = where.clone();
    for (int i = 0; i + what.length <= result.length; i++) {
      if (Arrays.equals(result, i, i + what.length, what, 0, what.length)) {
        System.arraycopy(with, 0, result, i, with.length);
      }
    }
    return result;
  }

  @Test
  void verifyNext_shouldHold_whenAnArchiveIsFollowedByTheRest() throws IOException {
    GrowingChain chain = closed();
    int anchor = anchor(chain);
    chain.add(world.creditRules(CreditRules.DEFAULT));
    VerificationReport whole = bothWays.verify(chain.export());

    VerificationReport archive =
        bothWays.verify(GrowingChain.export(world, chain.blocks().subList(0, anchor + 1)));
    VerificationReport both = bothWays.verifyNext(archive, chain.exportFrom(anchor));

    assertThat(archive.fault()).isEmpty();
    assertThat(both.fault()).isEmpty();
    assertThat(both.counts()).isEqualTo(whole.counts());
    assertThat(both.beginning()).isZero();
    assertThat(both.state().digest()).isEqualTo(whole.state().digest());
  }

  @Test
  void verifyNext_shouldRefuse_whenTheFileDoesNotContinueTheOneBefore() throws IOException {
    GrowingChain chain = closed();
    int anchor = anchor(chain);
    GrowingChain other = upTo(chain, anchor);
    world.clock().move(Duration.ofSeconds(1));
    other.add(world.closing(other.state()));
    VerificationReport archive =
        bothWays.verify(GrowingChain.export(world, chain.blocks().subList(0, anchor + 1)));
    VerificationReport cut =
        bothWays.verify(GrowingChain.export(world, chain.blocks().subList(0, anchor)));

    assertThat(next(archive, other.exportFrom(anchor))).contains("NOT_CONTINUED");
    assertThat(next(cut, chain.exportFrom(anchor))).contains("NOT_CONTINUED");
    assertThat(next(archive, chain.export())).contains("NOT_CONTINUED");
    assertThat(next(archive, chain.exportFrom(anchor))).isEmpty();
    VerificationReport bad = bothWays.verify(new byte[3]);
    assertThatThrownBy(() -> bothWays.verifyNext(bad, chain.export()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private Optional<String> next(VerificationReport before, byte[] file) throws IOException {
    return bothWays.verifyNext(before, file).fault().map(Fault::code);
  }
}
