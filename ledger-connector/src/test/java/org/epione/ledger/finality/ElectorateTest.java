package org.epione.ledger.finality;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.epione.ledger.block.Block;
import org.epione.ledger.block.BlockHeader;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.identity.Validity;
import org.epione.ledger.record.CreditRulesBody;
import org.epione.ledger.record.StationEnrolledBody;
import org.epione.ledger.rules.CreditRules;
import org.epione.ledger.state.ChainState;
import org.epione.ledger.state.SignatureChecks;
import org.epione.ledger.world.Doctor;
import org.epione.ledger.world.Expulsion;
import org.epione.ledger.world.GrowingChain;
import org.epione.ledger.world.SharingActs;
import org.epione.ledger.world.StationKey;
import org.epione.ledger.world.Treatment;
import org.epione.ledger.world.World;
import org.junit.jupiter.api.Test;

class ElectorateTest {

  private final World world = new World("electorate");
  private final SignatureChecks checks = new SignatureChecks(world.suite());
  private final GrowingChain chain = GrowingChain.founded(world);
  private final List<StationKey> stations =
      IntStream.range(0, 4).mapToObj(i -> new StationKey(world)).toList();
  private ChainState before = ChainState.EMPTY;

  private void enrolAll() {
    for (int i = 0; i < stations.size(); i++) {
      chain.add(stations.get(i).enrolment(world.doctor(i)));
    }
  }

  /** Some block, and what was before it. */
  private BlockHeader next() {
    before = chain.state();
    world.clock().move(Duration.ofSeconds(1));
    Block block = chain.add(world.by(world.manager(), new CreditRulesBody(CreditRules.DEFAULT)));
    return block.header();
  }

  private boolean accepts(BlockHeader header, Countersignature vote) {
    return Electorate.after(before).accepts(checks, header, vote);
  }

  @Test
  void needed_shouldBeTwoThirdsRoundedUp() {
    int[] needed = {1, 1, 2, 2, 3, 4, 4, 5, 6, 6, 7};
    for (int count = 0; count < needed.length; count++) {
      List<Voter> voters =
          IntStream.range(0, count)
              .mapToObj(i -> new Voter(pid(i), world.validity(), java.util.Optional.empty()))
              .toList();
      Electorate electorate = new Electorate(voters);
      assertThat(electorate.count(world.now())).isEqualTo(count);
      assertThat(electorate.needed(world.now())).as("of " + count).isEqualTo(needed[count]);
      assertThat(3 * electorate.needed(world.now())).isGreaterThanOrEqualTo(2 * count);
    }
  }

  private static Pid pid(int number) {
    return Pid.of(new byte[] {(byte) number});
  }

  @Test
  void isFinal_shouldNeedTwoThirdsOfAllDelegates_notOfThoseWithStations() {
    chain.add(stations.get(0).enrolment(world.doctor(0)));
    BlockHeader header = next();
    Electorate electorate = Electorate.after(before);
    Countersignature only = stations.get(0).vote(header, world.doctor(0).pid());

    assertThat(electorate.count(header.time())).isEqualTo(4);
    assertThat(electorate.stations(header.time())).isEqualTo(1);
    assertThat(accepts(header, only)).isTrue();
    assertThat(electorate.isFinal(header, List.of(only))).isFalse();
    assertThat(electorate.isFinal(header, List.of(only, only, only))).isFalse();
    assertThat(Electorate.after(ChainState.EMPTY).isFinal(header, List.of())).isFalse();
  }

  @Test
  void isFinal_shouldHold_whenTwoThirdsCountersigned() {
    enrolAll();
    BlockHeader header = next();
    Electorate electorate = Electorate.after(before);
    List<Countersignature> votes =
        IntStream.range(0, 3)
            .mapToObj(i -> stations.get(i).vote(header, world.doctor(i).pid()))
            .toList();

    assertThat(votes).allMatch(vote -> accepts(header, vote));
    assertThat(electorate.isFinal(header, votes.subList(0, 2))).isFalse();
    assertThat(electorate.isFinal(header, votes)).isTrue();
  }

  @Test
  void accepts_shouldRefuse_whenTheVoteIsForgedForeignOrForAnotherBlock() {
    enrolAll();
    BlockHeader earlier = next();
    BlockHeader header = next();
    Pid doctor = world.doctor(0).pid();
    Countersignature honest = stations.get(0).vote(header, doctor);
    byte[] flipped = honest.signature().bytes();
    flipped[7] ^= 1;

    assertThat(accepts(header, honest)).isTrue();
    assertThat(accepts(header, Countersignature.of(header, doctor, flipped))).isFalse();
    assertThat(
            accepts(
                header,
                Countersignature.of(header, world.doctor(1).pid(), honest.signature().bytes())))
        .isFalse();
    assertThat(accepts(header, stations.get(1).vote(header, doctor))).isFalse();
    assertThat(accepts(header, new StationKey(world).vote(header, doctor))).isFalse();
    assertThat(accepts(header, stations.get(0).vote(header, world.foreign().pid()))).isFalse();
    assertThat(accepts(header, stations.get(0).vote(earlier, doctor))).isFalse();
    assertThat(
            accepts(
                header,
                new Countersignature(
                    header.chain(),
                    header.height(),
                    header.hash(),
                    doctor,
                    stations.get(0).vote(earlier, doctor).signature())))
        .isFalse();
    assertThat(
            accepts(
                header,
                new Countersignature(
                    world.other().pid(),
                    header.height(),
                    header.hash(),
                    doctor,
                    honest.signature())))
        .isFalse();
  }

  @Test
  void accepts_shouldRefuse_fromTheBlockAfterTheWithdrawalOrExpulsionOn() {
    enrolAll();
    Doctor withdrawn = world.doctor(0);
    Doctor expelled = world.doctor(1);
    before = chain.state();
    BlockHeader last = chain.add(stations.get(0).withdrawal(withdrawn)).header();
    assertThat(accepts(last, stations.get(0).vote(last, withdrawn.pid()))).isTrue();
    before = chain.state();
    last = chain.add(Expulsion.of(world, expelled)).header();
    assertThat(accepts(last, stations.get(1).vote(last, expelled.pid()))).isTrue();
    BlockHeader header = next();

    assertThat(accepts(header, stations.get(0).vote(header, withdrawn.pid()))).isFalse();
    assertThat(accepts(header, stations.get(1).vote(header, expelled.pid()))).isFalse();
    assertThat(Electorate.after(before).count(header.time())).isEqualTo(3);
    assertThat(Electorate.after(before).stations(header.time())).isEqualTo(2);
  }

  @Test
  void accepts_shouldRefuse_inTheBlockThatEnrolsTheStation() {
    before = chain.state();
    Doctor doctor = world.doctor(0);
    BlockHeader header = chain.add(stations.get(0).enrolment(doctor)).header();
    assertThat(accepts(header, stations.get(0).vote(header, doctor.pid()))).isFalse();
    header = next();
    assertThat(accepts(header, stations.get(0).vote(header, doctor.pid()))).isTrue();
  }

  @Test
  void accepts_shouldRefuse_whenTheStationsTimeIsOver() {
    Doctor doctor = world.doctor(0);
    Validity hour = new Validity(world.now(), world.now().plus(Duration.ofHours(1)));
    chain.add(world.by(doctor, new StationEnrolledBody(stations.get(0).identity(), hour)));
    BlockHeader header = next();
    assertThat(accepts(header, stations.get(0).vote(header, doctor.pid()))).isTrue();
    world.clock().move(Duration.ofHours(2));
    header = next();
    assertThat(accepts(header, stations.get(0).vote(header, doctor.pid()))).isFalse();
    world.clock().move(Duration.ofDays(400));
    header = next();
    assertThat(Electorate.after(before).count(header.time())).isZero();
  }

  @Test
  void after_shouldLeaveOutDoctorsOfOtherHospitals() {
    Treatment treatment = new Treatment(world, world.doctors().subList(0, 2));
    chain.add(treatment.opened());
    chain.add(treatment.diagnosis());
    chain.add(new SharingActs(world, treatment, world.foreign()).requested());

    assertThat(chain.state().delegate(world.foreign().pid())).isPresent();
    assertThat(Electorate.after(chain.state()).voter(world.foreign().pid())).isEmpty();
  }
}
