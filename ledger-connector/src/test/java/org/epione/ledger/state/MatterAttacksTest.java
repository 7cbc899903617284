package org.epione.ledger.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.credit.Score;
import org.epione.ledger.record.AppealDecidedBody;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.RecordContent;
import org.epione.ledger.record.RejectionBody;
import org.epione.ledger.record.ReportDecidedBody;
import org.epione.ledger.rules.CreditRules;
import org.epione.ledger.rules.Severity;
import org.epione.ledger.world.Doctor;
import org.epione.ledger.world.GrowingChain;
import org.epione.ledger.world.MatterActs;
import org.epione.ledger.world.Treatment;
import org.epione.ledger.world.World;
import org.junit.jupiter.api.Test;

/** Reports against the hospital, appeals and decisions: what they do, and how they are abused. */
class MatterAttacksTest {

  private final World world = new World("matter attacks");
  private final RecordRules rules =
      new RecordRules(new SignatureChecks(world.suite()), Evidence.NOT_OURS);
  private final GrowingChain chain = GrowingChain.founded(world);
  private final Doctor doctor = world.doctor(0);
  private final LedgerRecord evidence = chain.blocks().get(1).records().get(0);

  private Optional<RejectionReason> check(LedgerRecord record) {
    return rules.check(chain.state(), record, world.now());
  }

  private void accept(LedgerRecord record) {
    assertThat(check(record)).as(record.toString()).isEmpty();
    chain.add(record);
    world.clock().move(Duration.ofSeconds(1));
  }

  private int hospital() {
    return chain.state().credit().of(world.chain()).orElseThrow().points();
  }

  private Score score(Doctor of) {
    return chain.state().credit().of(of.pid()).orElseThrow();
  }

  private LedgerRecord reject(Doctor of, int number) {
    Digest content = Digest.of(new byte[] {(byte) number});
    byte[] signed = RecordContent.toSign(world.chain(), of.pid(), content);
    LedgerRecord rejection =
        world.by(
            world.hospital(),
            new RejectionBody(
                of.pid(),
                content,
                ByteString.of(world.suite().bls().sign(of.key(), signed).encode()),
                RejectionReason.TEAM_BAD_SIGNATURE.name()));
    accept(rejection);
    return rejection;
  }

  private void expel(Doctor of) {
    for (int i = 0; i < 5; i++) {
      reject(of, i);
    }
    assertThat(score(of).inGoodStanding()).isFalse();
  }

  private MatterActs report(Optional<Severity> severity) {
    MatterActs report = new MatterActs(world);
    accept(report.reported(doctor, evidence));
    accept(report.reportDecided(severity));
    return report;
  }

  @Test
  void decision_shouldMoveTheHospitalsScoreByItsWeight_onlyWhenUpheld() {
    report(Optional.empty());
    assertThat(hospital()).isEqualTo(100);
    report(Optional.of(Severity.MINOR));
    assertThat(hospital()).isEqualTo(95);
    report(Optional.of(Severity.MAJOR));
    assertThat(hospital()).isEqualTo(75);
    assertThat(chain.state().isHospitalInGoodStanding()).isTrue();
  }

  @Test
  void suspendedHospital_shouldFinishButNotOpenEpisodes() {
    Treatment open = new Treatment(world, List.of(doctor));
    accept(open.opened());
    report(Optional.of(Severity.GRAVE));
    assertThat(chain.state().isHospitalInGoodStanding()).isFalse();

    assertThat(check(new Treatment(world, List.of(doctor)).opened()))
        .contains(RejectionReason.HOSPITAL_SUSPENDED);
    LedgerRecord diagnosis = open.diagnosis();
    accept(diagnosis);
    accept(open.stored(diagnosis));
    assertThat(hospital()).isEqualTo(51);

    MatterActs readmission = new MatterActs(world);
    accept(readmission.appealed(Optional.empty()));
    accept(readmission.appealDecided(true));
    assertThat(hospital()).isEqualTo(70);
    accept(new Treatment(world, List.of(doctor)).opened());
  }

  @Test
  void report_shouldBeRefused_whenTheDoctorIsOfElsewhereExpelledOrUnknown() {
    expel(world.doctor(1));

    assertThat(check(new MatterActs(world).reported(world.doctor(1), evidence)))
        .contains(RejectionReason.EXPELLED);
    assertThat(check(new MatterActs(world).reported(world.foreign(), evidence)))
        .contains(RejectionReason.UNKNOWN_AUTHOR);
    assertThat(
            check(
                world.by(
                    doctor.pid(),
                    world.doctor(2).key(),
                    world.now(),
                    new MatterActs(world).reported(doctor, evidence).body())))
        .contains(RejectionReason.BAD_SIGNATURE);
  }

  @Test
  void report_shouldBeRefused_whenItsEvidenceIsNotOnTheChain() {
    LedgerRecord elsewhere = new Treatment(world, List.of(doctor)).opened();

    assertThat(check(new MatterActs(world).reported(doctor, evidence, elsewhere)))
        .contains(RejectionReason.UNKNOWN_REFERENCE);
  }

  @Test
  void report_shouldBeRefused_whenTheDoctorBuriesTheSystemManager() {
    for (int i = 0; i < MatterRules.MOST_OPEN_REPORTS; i++) {
      accept(new MatterActs(world).reported(doctor, evidence));
    }
    assertThat(check(new MatterActs(world).reported(doctor, evidence)))
        .contains(RejectionReason.TOO_MANY_OPEN);
    accept(new MatterActs(world).reported(world.doctor(1), evidence));
  }

  @Test
  void decision_shouldBeRefused_whenSaidByAnotherTwiceOrAboutNothing() {
    MatterActs report = new MatterActs(world);
    assertThat(check(report.reportDecided(Optional.of(Severity.MINOR))))
        .contains(RejectionReason.UNKNOWN_MATTER);
    accept(report.reported(doctor, evidence));
    Digest reason = Digest.of(new byte[1]);
    ReportDecidedBody dismissed = new ReportDecidedBody(report.id(), Optional.empty(), reason);
    assertThat(check(world.by(world.hospital(), dismissed))).contains(RejectionReason.WRONG_AUTHOR);
    assertThat(check(report.appealDecided(true))).contains(RejectionReason.UNKNOWN_MATTER);
    accept(report.reportDecided(Optional.of(Severity.MINOR)));

    assertThat(check(report.reportDecided(Optional.of(Severity.MINOR))))
        .contains(RejectionReason.ALREADY_DECIDED);
    assertThat(check(report.reported(doctor, evidence))).contains(RejectionReason.NAME_IN_USE);
    assertThat(hospital()).isEqualTo(95);
  }

  @Test
  void appeal_shouldGiveBackWhatTheRejectionTook_once() {
    LedgerRecord rejection = reject(doctor, 1);
    MatterActs appeal = new MatterActs(world);
    accept(appeal.appealed(doctor, Optional.of(rejection.contentDigest())));
    assertThat(score(doctor).points()).isEqualTo(90);
    assertThat(
            check(
                world.by(
                    world.hospital(),
                    new AppealDecidedBody(appeal.id(), false, Digest.of(new byte[1])))))
        .contains(RejectionReason.WRONG_AUTHOR);
    assertThat(
            check(new MatterActs(world).appealed(doctor, Optional.of(rejection.contentDigest()))))
        .contains(RejectionReason.ALREADY_APPEALED);
    accept(appeal.appealDecided(true));

    assertThat(score(doctor).points()).isEqualTo(100);
    assertThat(check(appeal.appealDecided(true))).contains(RejectionReason.ALREADY_DECIDED);
    assertThat(
            check(new MatterActs(world).appealed(doctor, Optional.of(rejection.contentDigest()))))
        .contains(RejectionReason.ALREADY_APPEALED);
  }

  @Test
  void appeal_shouldBeRefused_whenTheRecordTookNothingFromTheAppellant() {
    LedgerRecord rejection = reject(doctor, 1);

    assertThat(
            check(
                new MatterActs(world)
                    .appealed(world.doctor(1), Optional.of(rejection.contentDigest()))))
        .contains(RejectionReason.NOTHING_TO_APPEAL);
    assertThat(check(new MatterActs(world).appealed(Optional.of(rejection.contentDigest()))))
        .contains(RejectionReason.NOTHING_TO_APPEAL);
    assertThat(check(new MatterActs(world).appealed(doctor, Optional.of(evidence.contentDigest()))))
        .contains(RejectionReason.NOTHING_TO_APPEAL);
    assertThat(check(new MatterActs(world).appealed(doctor, Optional.empty())))
        .contains(RejectionReason.NOTHING_TO_APPEAL);
  }

  @Test
  void expelledDoctor_shouldActAgain_onlyAfterBeingReadmitted() {
    expel(doctor);
    MatterActs refused = new MatterActs(world);
    accept(refused.appealed(doctor, Optional.empty()));
    assertThat(check(new MatterActs(world).appealed(doctor, Optional.empty())))
        .contains(RejectionReason.ALREADY_APPEALED);
    accept(refused.appealDecided(false));
    assertThat(check(new Treatment(world, List.of(doctor)).opened()))
        .contains(RejectionReason.EXPELLED);
    MatterActs appeal = new MatterActs(world);
    accept(appeal.appealed(doctor, Optional.empty()));
    accept(appeal.appealDecided(true));

    assertThat(score(doctor)).isEqualTo(new Score(70, Optional.empty()));
    Treatment treatment = new Treatment(world, List.of(doctor));
    accept(treatment.opened());
    accept(treatment.diagnosis());
    assertThat(score(doctor).points()).isEqualTo(71);
  }

  @Test
  void expelledDoctor_shouldBeBack_whenTheRejectionThatExpelledIsFoundWrong() {
    for (int i = 0; i < 4; i++) {
      reject(doctor, i);
    }
    LedgerRecord last = reject(doctor, 4);
    assertThat(score(doctor).inGoodStanding()).isFalse();
    MatterActs appeal = new MatterActs(world);
    accept(appeal.appealed(doctor, Optional.of(last.contentDigest())));
    accept(appeal.appealDecided(true));

    assertThat(score(doctor)).isEqualTo(new Score(60, Optional.empty()));
  }

  @Test
  void hospital_shouldGetBackWhatAReportTook_whenItsAppealIsGranted() {
    MatterActs report = new MatterActs(world);
    accept(report.reported(doctor, evidence));
    LedgerRecord decision = report.reportDecided(Optional.of(Severity.GRAVE));
    accept(decision);
    assertThat(chain.state().isHospitalInGoodStanding()).isFalse();
    MatterActs appeal = new MatterActs(world);
    assertThat(check(appeal.appealed(doctor, Optional.of(decision.contentDigest()))))
        .contains(RejectionReason.NOTHING_TO_APPEAL);
    accept(appeal.appealed(Optional.of(decision.contentDigest())));
    accept(appeal.appealDecided(true));

    assertThat(hospital()).isEqualTo(100);
    assertThat(chain.state().isHospitalInGoodStanding()).isTrue();
  }

  @Test
  void report_shouldBeRefused_underRulesThatGiveItNoWeight_untilTheyDo() {
    GrowingChain old = new GrowingChain(world);
    old.add(world.founding(new CreditRules(100, 60, 100, 10, 1)));
    old.add(world.enrolment(doctor));
    LedgerRecord enrolment = old.blocks().get(1).records().get(0);
    LedgerRecord report = new MatterActs(world).reported(doctor, enrolment);

    assertThat(old.state().credit().of(world.chain())).isEmpty();
    assertThat(old.state().isHospitalInGoodStanding()).isTrue();
    assertThat(rules.check(old.state(), report, world.now()))
        .contains(RejectionReason.NOT_SUPERVISED);
    old.add(world.creditRules(CreditRules.DEFAULT));
    assertThat(rules.check(old.state(), report, world.now())).isEmpty();
    assertThat(old.state().credit().of(world.chain())).contains(new Score(100, Optional.empty()));
  }
}
