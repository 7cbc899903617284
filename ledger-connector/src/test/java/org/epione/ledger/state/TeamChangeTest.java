package org.epione.ledger.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.scheme.multisig.Statement;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.SignedWarrant;
import org.epione.ledger.record.TeamChangedBody;
import org.epione.ledger.rules.CreditRules;
import org.epione.ledger.world.Doctor;
import org.epione.ledger.world.Expulsion;
import org.epione.ledger.world.GrowingChain;
import org.epione.ledger.world.Treatment;
import org.epione.ledger.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Changes of a team: what the patient agreed to counts, and nothing that others try with it. */
class TeamChangeTest {

  private final World world = new World("team changes");
  private final RecordRules rules = world.hospitalRules();
  private final GrowingChain chain = GrowingChain.founded(world);
  private final List<Doctor> team = world.doctors().subList(0, 3);
  private final List<Doctor> without = List.of(team.get(0), team.get(2));
  private final Treatment treatment = new Treatment(world, team);
  private final List<Statement> statements = new ArrayList<>();

  @BeforeEach
  void open() {
    chain.add(treatment.opened());
  }

  private Optional<RejectionReason> check(LedgerRecord record) {
    return rules.check(chain.state(), record, world.now());
  }

  /** The next doctor's statement under that order, a second later. */
  private void says(List<Doctor> order) {
    later();
    statements.add(treatment.statement(statements, order, world.now()));
  }

  private void later() {
    world.clock().move(Duration.ofSeconds(1));
  }

  private void change(int epoch, int kept, List<Doctor> rest) {
    later();
    LedgerRecord changed = treatment.changed(epoch, kept, rest);
    assertThat(check(changed)).isEmpty();
    chain.add(changed);
  }

  private Optional<RejectionReason> diagnosis(List<Doctor> signers) {
    Doctor last = signers.get(signers.size() - 1);
    return check(
        world.by(
            last, treatment.diagnosisBody(statements, treatment.aggregate(signers, statements))));
  }

  @Test
  void diagnosis_shouldCount_whenTheDoctorBetweenWasLeftOut() {
    says(team);
    change(2, 1, List.of(team.get(2)));
    says(without);

    assertThat(diagnosis(without)).isEmpty();
    Episode changed = chain.state().episode(treatment.episode()).orElseThrow();
    assertThat(changed.epoch()).isEqualTo(2);
    assertThat(changed.doctors()).doesNotContain(team.get(1).pid());
    assertThat(changed.concerns(team.get(1).pid())).isTrue();
    assertThat(changed.concerns(world.doctor(3).pid())).isFalse();
  }

  @Test
  void diagnosis_shouldCount_whenADoctorWasReplacedAndAnotherAdded() {
    Doctor other = world.doctor(3);
    says(team);
    change(2, 1, List.of(other, team.get(2)));
    List<Doctor> second = List.of(team.get(0), other, team.get(2));
    says(second);
    change(3, 2, List.of(team.get(1), team.get(2)));
    List<Doctor> third = List.of(team.get(0), other, team.get(1), team.get(2));
    says(third);
    says(third);

    assertThat(diagnosis(third)).isEmpty();
  }

  @Test
  void diagnosis_shouldBeRefused_whenADoctorIsLeftOutWithoutThePatient() {
    says(team);
    says(without);

    assertThat(diagnosis(without)).contains(RejectionReason.TEAM_INCOMPLETE);
  }

  @Test
  void diagnosis_shouldBeRefused_whenTheDoctorLeftOutSignsLate() {
    says(team);
    List<Statement> first = List.copyOf(statements);
    change(2, 1, List.of(team.get(2)));
    says(team);

    assertThat(diagnosis(team.subList(0, 2))).contains(RejectionReason.NOT_LAST_SIGNER);
    says(team);
    assertThat(diagnosis(team)).contains(RejectionReason.TEAM_WRONG_ORDER);
    statements.clear();
    statements.addAll(first);
    // Dated back to before the change.
    Instant before = first.get(0).time().plusMillis(1);
    statements.add(treatment.statement(statements, team, before));
    assertThat(diagnosis(List.of(team.get(0), team.get(2))))
        .contains(RejectionReason.TEAM_WRONG_ORDER);
  }

  @Test
  void diagnosis_shouldBeRefused_whenSomethingIsSignedUnderAnOrderOfAnotherTime() {
    change(2, 1, List.of(team.get(2)));
    says(team);
    says(without);
    assertThat(diagnosis(without)).contains(RejectionReason.TEAM_WRONG_ORDER);
    statements.clear();
    Instant before = world.now().minus(Duration.ofSeconds(30));
    statements.add(treatment.statement(statements, without, before));
    says(without);
    assertThat(diagnosis(without)).contains(RejectionReason.TEAM_WRONG_ORDER);
  }

  @Test
  void diagnosis_shouldBeRefused_whenWhoHasANewWarrantSignedBeforeIt() {
    says(team);
    change(2, 0, List.of(team.get(0), team.get(2)));
    says(without);

    assertThat(diagnosis(without)).contains(RejectionReason.WARRANT_NOT_VALID);
  }

  @Test
  void change_shouldBeRefused_whenItIsNotThePatientsOfThisEpisode() {
    Treatment other = new Treatment(world, team);
    chain.add(other.opened());
    TeamChangedBody body = treatment.changedBody(2, 1, List.of(team.get(2)));

    assertThat(check(world.by(other.patient(), other.patientKey(), world.now(), body)))
        .contains(RejectionReason.WRONG_AUTHOR);
    assertThat(check(world.by(treatment.patient(), other.patientKey(), world.now(), body)))
        .contains(RejectionReason.BAD_SIGNATURE);
    assertThat(check(world.by(team.get(0), body))).contains(RejectionReason.UNKNOWN_AUTHOR);
    TeamChangedBody foreignWarrants =
        new TeamChangedBody(
            treatment.episode(),
            2,
            1,
            body.doctors(),
            other.changedBody(2, 1, List.of(team.get(2))).warrants(),
            body.reason());
    assertThat(
            check(
                world.by(
                    treatment.patient(), treatment.patientKey(), world.now(), foreignWarrants)))
        .contains(RejectionReason.BAD_WARRANT);
  }

  @Test
  void change_shouldBeRefused_whenItComesTwiceOrDoesNotFollow() {
    LedgerRecord changed = treatment.changed(2, 1, List.of(team.get(2)));
    chain.add(changed);

    assertThat(check(changed)).contains(RejectionReason.DUPLICATE);
    assertThat(check(treatment.changed(2, 1, List.of(team.get(1)))))
        .contains(RejectionReason.NOT_THE_TEAM);
    assertThat(check(treatment.changed(4, 1, List.of(team.get(1)))))
        .contains(RejectionReason.NOT_THE_TEAM);
    assertThat(RejectionReason.NOT_THE_TEAM.isFault(CreditRules.DEFAULT)).isFalse();
    TeamChangedBody body = treatment.changedBody(3, 1, List.of(team.get(1)));
    Instant before = changed.time().minusMillis(1);
    assertThat(check(world.by(treatment.patient(), treatment.patientKey(), before, body)))
        .contains(RejectionReason.BACK_DATED);
  }

  @Test
  void change_shouldBeRefused_whenTheTeamCannotBe() {
    assertThat(check(treatment.changed(2, 1, List.of(team.get(0)))))
        .contains(RejectionReason.BAD_TEAM);
    assertThat(check(treatment.changed(2, 0, List.of(team.get(1), team.get(1)))))
        .contains(RejectionReason.BAD_TEAM);
    assertThat(check(treatment.changed(2, 4, List.of(world.doctor(3)))))
        .contains(RejectionReason.BAD_TEAM);
    assertThat(check(treatment.changed(2, 1, List.of(world.foreign()))))
        .contains(RejectionReason.BAD_TEAM);
    chain.add(Expulsion.of(world, world.doctor(3)));
    assertThat(check(treatment.changed(2, 1, List.of(world.doctor(3)))))
        .contains(RejectionReason.EXPELLED);
  }

  @Test
  void change_shouldBeRefused_whenAWarrantIsForAnotherPlaceOrHasEnded() {
    TeamChangedBody honest = treatment.changedBody(2, 1, List.of(team.get(2)));

    assertThat(
            check(changed(honest, treatment.warrant(team.get(2), 3, world.now().plusSeconds(9)))))
        .contains(RejectionReason.BAD_WARRANT);
    assertThat(
            check(changed(honest, treatment.warrant(team.get(2), 2, world.now().minusSeconds(1)))))
        .contains(RejectionReason.WARRANT_ENDED);
  }

  @Test
  void change_shouldBeRefused_whenAWarrantReachesBack() {
    TeamChangedBody honest = treatment.changedBody(2, 1, List.of(team.get(2)));

    assertThat(
            check(changed(honest, treatment.warrant(team.get(2), 2, world.now().plusSeconds(9)))))
        .contains(RejectionReason.BAD_WARRANT);
  }

  private LedgerRecord changed(TeamChangedBody body, SignedWarrant warrant) {
    return world.by(
        treatment.patient(),
        treatment.patientKey(),
        world.now(),
        new TeamChangedBody(
            body.episode(),
            body.epoch(),
            body.kept(),
            body.doctors(),
            List.of(warrant),
            body.reason()));
  }

  @Test
  void change_shouldBeRefused_whenTheDiagnosisIsThere() {
    chain.add(treatment.diagnosis());

    assertThat(check(treatment.changed(2, 1, List.of(team.get(2)))))
        .contains(RejectionReason.ALREADY_DIAGNOSED);
  }

  @Test
  void checkAgain_shouldHoldWarrantsAndTeam_whenTheTeamWasChanged() {
    says(team);
    later();
    LedgerRecord changed = treatment.changed(2, 1, List.of(team.get(2)));
    chain.add(changed);
    says(without);
    LedgerRecord diagnosis =
        world.by(
            team.get(2),
            treatment.diagnosisBody(statements, treatment.aggregate(without, statements)));
    chain.add(diagnosis);

    assertThat(rules.checkAgain(chain.state(), changed)).isEmpty();
    assertThat(rules.checkAgain(chain.state(), diagnosis)).isEmpty();
  }

  @Test
  void decode_shouldRefuse_whenVersionTwoOfAStateHasNoFormerTeam() {
    byte[] encoded = chain.state().encode();
    int version = 1 + "epione.chain-state".length();
    assertThat(encoded[version]).isEqualTo((byte) 1);
    encoded[version] = 2;

    assertThatThrownBy(() -> ChainState.decode(encoded))
        .isInstanceOf(MalformedEncodingException.class);
  }

  @Test
  void body_shouldBeRefused_whenItsNumbersCannotBe() {
    TeamChangedBody body = treatment.changedBody(2, 1, List.of(team.get(2)));

    assertThatThrownBy(() -> with(body, 1, 1, body.warrants()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> with(body, 2, 8, body.warrants()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> with(body, 2, 1, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static TeamChangedBody with(
      TeamChangedBody body, int epoch, int kept, List<SignedWarrant> warrants) {
    return new TeamChangedBody(
        body.episode(), epoch, kept, body.doctors(), warrants, body.reason());
  }
}
