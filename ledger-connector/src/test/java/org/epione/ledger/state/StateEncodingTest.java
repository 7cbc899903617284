package org.epione.ledger.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.epione.crypto.encoding.Encoding;
import org.epione.crypto.encoding.EncodingContract;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.rules.Severity;
import org.epione.ledger.versioned.VersionedMap;
import org.epione.ledger.world.Doctor;
import org.epione.ledger.world.Expulsion;
import org.epione.ledger.world.GrowingChain;
import org.epione.ledger.world.MatterActs;
import org.epione.ledger.world.SharingActs;
import org.epione.ledger.world.StationKey;
import org.epione.ledger.world.Treatment;
import org.epione.ledger.world.World;
import org.junit.jupiter.api.Test;

/** The whole state of a chain. */
class StateEncodingTest extends EncodingContract {

  private final World world = new World("state encodings");

  @Override
  protected List<Encoding<?>> encodings() {
    return List.of(
        Encoding.of(
            ChainState.class,
            ChainState::decode,
            ChainState::encode,
            ChainState.EMPTY,
            withEverything(),
            withFormerKeys()));
  }

  /** Whoever gives the state a part more has to encode it. */
  @Test
  void decode_shouldGiveBackEveryPart() {
    for (ChainState state : List.of(withEverything(), withFormerKeys())) {
      assertEveryPart(state);
    }
  }

  private static void assertEveryPart(ChainState state) {
    ChainState again = ChainState.decode(state.encode());

    assertThat(again.founding()).isEqualTo(state.founding()).isPresent();
    assertThat(again.head()).isEqualTo(state.head()).isPresent();
    assertThat(again.epoch()).isEqualTo(state.epoch()).isPresent();
    assertThat(again.log()).isEqualTo(state.log());
    assertSame(again.delegateMap().byPid(), state.delegateMap().byPid());
    assertSame(again.delegateMap().keys(), state.delegateMap().keys());
    assertSame(
        again.delegateMap().stations().byDoctor(), state.delegateMap().stations().byDoctor());
    assertSame(again.delegateMap().stations().keys(), state.delegateMap().stations().keys());
    assertSame(again.episodeMap().byId(), state.episodeMap().byId());
    assertSame(again.episodeMap().references(), state.episodeMap().references());
    assertSame(again.episodeMap().patients(), state.episodeMap().patients());
    assertSame(again.past().contents(), state.past().contents());
    assertSame(again.sharing().spent(), state.sharing().spent());
    assertSame(again.rejections(), state.rejections());
    assertSame(again.matters().reports(), state.matters().reports());
    assertSame(again.matters().appeals(), state.matters().appeals());
    state
        .credit()
        .all()
        .forEach(
            (holder, score) -> {
              assertThat(again.credit().of(holder)).contains(score);
              assertThat(again.credit().movements(holder))
                  .isEqualTo(state.credit().movements(holder));
            });
  }

  private static <K, V> void assertSame(VersionedMap<K, V> again, VersionedMap<K, V> state) {
    assertThat(again.toMap()).isEqualTo(state.toMap()).isNotEmpty();
  }

  /** The same, and a doctor who signs with another key than in an episode that goes on. */
  private ChainState withFormerKeys() {
    GrowingChain chain = everything();
    Doctor before = world.doctor(1);
    chain.add(world.enrolment(before));
    chain.add(new Treatment(world, List.of(before)).opened());
    Doctor after = world.withAnotherKey(before);
    chain.add(world.keyChange(before, after));
    chain.add(new Treatment(world, List.of(after)).opened());
    return chain.state();
  }

  private ChainState withEverything() {
    return everything().state();
  }

  /** Each kind of entry once, with and without what is optional in it. */
  private GrowingChain everything() {
    GrowingChain chain = new GrowingChain(world);
    chain.add(world.founding());
    Doctor doctor = world.doctor(0);
    chain.add(world.enrolment(doctor));
    StationKey station = new StationKey(world);
    chain.add(station.enrolment(doctor));
    Treatment treatment = new Treatment(world, List.of(doctor));
    LedgerRecord diagnosis = treatment.diagnosis();
    Treatment other = new Treatment(world, List.of(doctor));
    chain.add(treatment.opened(), other.opened());
    chain.add(other.changed(2, 0, List.of(doctor)), other.withdrawn(doctor));
    chain.add(diagnosis, treatment.stored(diagnosis));
    SharingActs sharing = new SharingActs(world, treatment, world.foreign());
    chain.add(sharing.requested(), sharing.consented(), sharing.issued(), sharing.read());
    chain.add(new SharingActs(world, treatment, world.foreign()).requested(), sharing.withdrawn());
    SharingActs ahead = new SharingActs(world, treatment, world.foreign());
    chain.add(ahead.withdrawnAhead(ahead.grant()));
    MatterActs report = new MatterActs(world);
    chain.add(
        report.reported(doctor, diagnosis), new MatterActs(world).reported(doctor, diagnosis));
    chain.add(report.reportDecided(Optional.of(Severity.MINOR)));
    LedgerRecord[] rejections = Expulsion.of(world, doctor);
    chain.add(rejections);
    MatterActs appeal = new MatterActs(world);
    chain.add(appeal.appealed(doctor, Optional.of(rejections[0].contentDigest())));
    chain.add(appeal.appealDecided(true), new MatterActs(world).appealed(doctor, Optional.empty()));
    world.clock().move(Duration.ofDays(365));
    chain.add(world.closing(chain.state()));
    return chain;
  }
}
