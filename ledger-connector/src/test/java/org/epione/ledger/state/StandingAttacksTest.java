package org.epione.ledger.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.identity.EpisodeId;
import org.epione.crypto.scheme.warrant.Warrant;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.RejectionBody;
import org.epione.ledger.record.SignedWarrant;
import org.epione.ledger.world.Doctor;
import org.epione.ledger.world.Expulsion;
import org.epione.ledger.world.GrowingChain;
import org.epione.ledger.world.Treatment;
import org.epione.ledger.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Attacks by and on doctors' standing, warrants and storage, each carried out and refused. */
class StandingAttacksTest {

  private final World world = new World("team attacks");
  private final RecordRules rules = world.hospitalRules();
  private final GrowingChain chain = GrowingChain.founded(world);
  private final List<Doctor> team = world.doctors().subList(0, 3);
  private final Treatment treatment = new Treatment(world, team);

  @BeforeEach
  void open() {
    chain.add(treatment.opened());
  }

  private Optional<RejectionReason> check(LedgerRecord record) {
    return rules.check(chain.state(), record, world.now());
  }

  @Test
  void check_shouldRefuse_whenTheDoctorIsExpelled() {
    expel(treatment.last());

    assertThat(chain.state().inGoodStanding(treatment.last().pid())).isFalse();
    assertThat(check(treatment.diagnosis())).contains(RejectionReason.EXPELLED);
    Treatment next = new Treatment(world, team);
    assertThat(check(next.opened())).contains(RejectionReason.EXPELLED);
  }

  @Test
  void check_shouldRefuse_whenADoctorSignedAfterBeingExpelled() {
    expel(team.get(1));
    world.clock().move(Duration.ofMinutes(1));

    assertThat(check(treatment.diagnosis())).contains(RejectionReason.EXPELLED);
  }

  private void expel(Doctor doctor) {
    chain.add(Expulsion.of(world, doctor));
  }

  @Test
  void check_shouldRefuseARejection_whenTheDoctorNeverSigned() {
    Digest content = Digest.of(new byte[] {1});
    LedgerRecord slander =
        world.by(
            world.hospital(),
            new RejectionBody(
                team.get(0).pid(),
                content,
                ByteString.of(
                    world
                        .suite()
                        .bls()
                        .sign(world.suite().bls().generate(), treatment.diagnosis().encode())
                        .encode()),
                RejectionReason.TEAM_BAD_SIGNATURE.name()));

    assertThat(check(slander)).contains(RejectionReason.BAD_REJECTION);
  }

  @Test
  void check_shouldRefuseARejection_whenTheRecordIsOnTheChainOrNoFault() {
    LedgerRecord diagnosis = treatment.diagnosis();
    RejectionBody body =
        new RejectionBody(
            diagnosis.author(),
            diagnosis.contentDigest(),
            diagnosis.signature().value(),
            RejectionReason.TEAM_BAD_SIGNATURE.name());
    RejectionBody noFault =
        new RejectionBody(
            diagnosis.author(),
            diagnosis.contentDigest(),
            diagnosis.signature().value(),
            RejectionReason.TOO_OLD.name());

    assertThat(check(world.by(world.hospital(), noFault))).contains(RejectionReason.BAD_REJECTION);
    chain.add(diagnosis);
    assertThat(check(world.by(world.hospital(), body))).contains(RejectionReason.BAD_REJECTION);
  }

  @Test
  void check_shouldRefuse_whenAWarrantIsForeignEndedOrForAnotherPlace() {
    Treatment next = new Treatment(world, team);
    List<SignedWarrant> ended = new ArrayList<>(next.warrants());
    ended.set(1, next.warrant(team.get(1), 2, world.now().minusSeconds(1)));
    List<SignedWarrant> foreign = new ArrayList<>(next.warrants());
    foreign.set(1, treatment.warrants().get(1));
    List<SignedWarrant> moved = new ArrayList<>(next.warrants());
    moved.set(1, next.warrant(team.get(1), 3, world.now().plusSeconds(60)));
    List<SignedWarrant> forged = new ArrayList<>(next.warrants());
    forged.set(
        1, new SignedWarrant(forged.get(1).warrant(), treatment.warrants().get(1).signature()));

    assertThat(check(next.opened(team, ended))).contains(RejectionReason.WARRANT_ENDED);
    assertThat(check(next.opened(team, foreign))).contains(RejectionReason.BAD_WARRANT);
    assertThat(check(next.opened(team, moved))).contains(RejectionReason.BAD_WARRANT);
    assertThat(check(next.opened(team, forged))).contains(RejectionReason.BAD_WARRANT);
    assertThat(check(next.opened())).isEmpty();
  }

  @Test
  void check_shouldRefuse_whenATeamIsSwappedAgainstItsWarrants() {
    Treatment next = new Treatment(world, team);
    List<Doctor> swapped = List.of(team.get(0), world.doctor(3), team.get(2));

    assertThat(check(next.opened(swapped, next.warrants()))).contains(RejectionReason.BAD_WARRANT);
  }

  @Test
  void check_shouldRefuse_whenAWarrantIsForAnotherEpisode() {
    Treatment next = new Treatment(world, team);
    Warrant honest = next.warrants().get(0).warrant();
    Warrant other =
        new Warrant(
            EpisodeId.of(treatment.episode().bytes()),
            honest.patient(),
            honest.delegate(),
            honest.position(),
            honest.notBefore(),
            honest.notAfter(),
            honest.purpose(),
            honest.nonce());
    List<SignedWarrant> warrants = new ArrayList<>(next.warrants());
    warrants.set(
        0, SignedWarrant.of(other, world.suite().warrants().sign(next.patientKey(), other)));

    assertThat(check(next.opened(team, warrants))).contains(RejectionReason.BAD_WARRANT);
  }

  @Test
  void check_shouldRefuse_whenATeamNamesADoctorTwiceOrAStranger() {
    List<Doctor> twice = List.of(team.get(0), team.get(0));
    List<Doctor> stranger = List.of(team.get(0), world.foreign());

    assertThat(check(new Treatment(world, twice).opened())).contains(RejectionReason.BAD_TEAM);
    assertThat(check(new Treatment(world, stranger).opened())).contains(RejectionReason.BAD_TEAM);
  }

  @Test
  void check_shouldRefuse_whenAnEpisodeIsOpenedTwice() {
    assertThat(check(treatment.opened())).contains(RejectionReason.EPISODE_EXISTS);
  }

  @Test
  void check_shouldRefuseStorage_whenTheCiphertextIsAnother() {
    LedgerRecord diagnosis = treatment.diagnosis();
    assertThat(check(treatment.stored(diagnosis))).contains(RejectionReason.UNKNOWN_DIAGNOSIS);
    assertThat(RejectionReason.UNKNOWN_DIAGNOSIS.mayPass()).isTrue();
    chain.add(diagnosis);
    Treatment other = new Treatment(world, team);
    chain.add(other.opened());

    assertThat(check(treatment.stored(other.diagnosis())))
        .contains(RejectionReason.WRONG_CIPHERTEXT);
    chain.add(treatment.stored(diagnosis));
    world.clock().move(Duration.ofSeconds(1));
    assertThat(check(treatment.stored(diagnosis))).contains(RejectionReason.ALREADY_STORED);
  }
}
