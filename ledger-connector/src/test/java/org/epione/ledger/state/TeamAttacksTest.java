package org.epione.ledger.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.scheme.multisig.Statement;
import org.epione.ledger.record.DiagnosisBody;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.WarrantWithdrawnBody;
import org.epione.ledger.rules.CreditRules;
import org.epione.ledger.world.Doctor;
import org.epione.ledger.world.GrowingChain;
import org.epione.ledger.world.Treatment;
import org.epione.ledger.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Attacks on an episode and its team (protocols 9), each carried out and refused. */
class TeamAttacksTest {

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
  void check_shouldAllow_whenNothingIsWrong() {
    assertThat(check(treatment.diagnosis())).isEmpty();
  }

  @Test
  void check_shouldRefuse_whenARecordIsForgedWithoutTheKey() {
    LedgerRecord forged =
        world.by(
            treatment.last().pid(),
            world.suite().bls().generate(),
            world.now(),
            treatment.diagnosisBody());

    assertThat(check(forged)).contains(RejectionReason.BAD_SIGNATURE);
    assertThat(RejectionReason.BAD_SIGNATURE.isFault(CreditRules.DEFAULT)).isFalse();
  }

  @Test
  void check_shouldRefuse_whenAnythingInASignedRecordIsModified() {
    LedgerRecord diagnosis = treatment.diagnosis();
    byte[] encoded = diagnosis.encode();
    int accepted = 0;
    for (int i = 0; i < encoded.length; i += 3) {
      byte[] modified = encoded.clone();
      modified[i] ^= 0x10;
      try {
        if (check(LedgerRecord.decode(modified)).isEmpty()) {
          accepted++;
        }
      } catch (RuntimeException e) {
        assertThat(e).isInstanceOf(org.epione.crypto.codec.MalformedEncodingException.class);
      }
    }
    assertThat(accepted).isZero();
  }

  @Test
  void check_shouldRefuse_whenTheHospitalsOwnDoctorInventsARecordAlone() {
    List<Statement> statements = treatment.statements(team, world.now());
    Doctor last = treatment.last();
    ByteString alone =
        ByteString.of(world.suite().bls().sign(last.key(), statements.get(2).encode()).encode());

    assertThat(check(treatment.diagnosis(treatment.diagnosisBody(statements, alone))))
        .contains(RejectionReason.TEAM_BAD_SIGNATURE);
  }

  @Test
  void check_shouldRefuse_whenAPartIsRemoved() {
    List<Statement> statements = treatment.statements(team, world.now());
    DiagnosisBody body =
        treatment.diagnosisBody(
            statements.subList(0, 2), treatment.aggregate(team.subList(0, 2), statements));

    assertThat(check(treatment.diagnosis(body))).contains(RejectionReason.TEAM_INCOMPLETE);
  }

  @Test
  void check_shouldRefuse_whenTheOrderIsWrong() {
    List<Doctor> otherOrder = List.of(team.get(1), team.get(0), team.get(2));
    List<Statement> statements = treatment.statements(otherOrder, world.now());
    List<Statement> right = treatment.statements(team, world.now());
    List<Statement> swapped = List.of(right.get(1), right.get(0), right.get(2));

    assertThat(
            check(
                treatment.diagnosis(
                    treatment.diagnosisBody(
                        statements, treatment.aggregate(otherOrder, statements)))))
        .contains(RejectionReason.TEAM_WRONG_ORDER);
    assertThat(
            check(
                treatment.diagnosis(
                    treatment.diagnosisBody(swapped, treatment.aggregate(team, right)))))
        .contains(RejectionReason.TEAM_WRONG_ORDER);
  }

  @Test
  void check_shouldRefuse_whenADoctorIsSwapped() {
    List<Doctor> swapped = List.of(team.get(0), world.doctor(3), team.get(2));
    List<Statement> statements = treatment.statements(swapped, world.now());

    assertThat(
            check(
                treatment.diagnosis(
                    treatment.diagnosisBody(statements, treatment.aggregate(swapped, statements)))))
        .contains(RejectionReason.TEAM_WRONG_ORDER);
  }

  @Test
  void check_shouldRefuse_whenAStatementIsReplacedAfterTheNextSigned() {
    List<Statement> statements = treatment.statements(team, world.now());
    List<Statement> other = treatment.statements(team, world.now());
    List<Statement> mixed = List.of(other.get(0), statements.get(1), statements.get(2));

    assertThat(
            check(
                treatment.diagnosis(
                    treatment.diagnosisBody(mixed, treatment.aggregate(team, mixed)))))
        .contains(RejectionReason.TEAM_BROKEN_LINK);
  }

  @Test
  void check_shouldRefuse_whenStatementsOfAnotherEpisodeAreReplayed() {
    Treatment other = new Treatment(world, team);
    chain.add(other.opened());
    List<Statement> statements = other.statements(team, world.now());

    assertThat(
            check(
                treatment.diagnosis(
                    treatment.diagnosisBody(statements, other.aggregate(team, statements)))))
        .contains(RejectionReason.TEAM_WRONG_EPISODE);
  }

  @Test
  void check_shouldRefuse_whenDatedBackOrForward() {
    Instant before = world.now().minus(Duration.ofMinutes(10));
    List<Statement> early = treatment.statements(team, before);
    List<Statement> late = treatment.statements(team, world.now().plus(Duration.ofHours(2)));

    assertThat(
            check(
                treatment.diagnosis(
                    treatment.diagnosisBody(early, treatment.aggregate(team, early)))))
        .contains(RejectionReason.BACK_DATED);
    assertThat(
            check(
                treatment.diagnosis(
                    treatment.diagnosisBody(late, treatment.aggregate(team, late)))))
        .contains(RejectionReason.POST_DATED);
    assertThat(
            check(
                world.by(
                    treatment.last().pid(),
                    treatment.last().key(),
                    before,
                    treatment.diagnosisBody())))
        .contains(RejectionReason.BACK_DATED);
    assertThat(
            check(
                world.by(
                    treatment.last().pid(),
                    treatment.last().key(),
                    world.now().plus(Duration.ofHours(1)),
                    treatment.diagnosisBody())))
        .contains(RejectionReason.FROM_THE_FUTURE);
  }

  @Test
  void check_shouldRefuse_whenARecordWasHeldBackTooLong() {
    LedgerRecord diagnosis = treatment.diagnosis();
    world.clock().move(Duration.ofDays(4));

    assertThat(check(diagnosis)).contains(RejectionReason.TOO_OLD);
    assertThat(RejectionReason.TOO_OLD.isFault(CreditRules.DEFAULT)).isFalse();
  }

  @Test
  void check_shouldRefuse_whenReplayed() {
    LedgerRecord diagnosis = treatment.diagnosis();
    chain.add(diagnosis);

    assertThat(check(diagnosis)).contains(RejectionReason.DUPLICATE);
    assertThat(check(treatment.diagnosis())).contains(RejectionReason.ALREADY_DIAGNOSED);
  }

  @Test
  void check_shouldRefuse_whenTheWarrantHasEnded() {
    world.clock().move(Duration.ofDays(8));

    assertThat(check(treatment.diagnosis())).contains(RejectionReason.WARRANT_NOT_VALID);
  }

  @Test
  void check_shouldRefuseWithoutBlame_whenADoctorSignsAfterTheWarrantWasWithdrawn() {
    LedgerRecord early = treatment.diagnosis();
    world.clock().move(Duration.ofSeconds(1));
    chain.add(treatment.withdrawn(team.get(1)));

    assertThat(check(treatment.diagnosis())).contains(RejectionReason.WARRANT_WITHDRAWN);
    assertThat(RejectionReason.WARRANT_WITHDRAWN.isFault(CreditRules.DEFAULT)).isFalse();
    assertThat(check(early)).as("what was signed before").isEmpty();
  }

  @Test
  void withdrawal_shouldBeRefused_whenItIsNotThePatientsOrOfNoWarrantThatHolds() {
    Treatment other = new Treatment(world, team);
    chain.add(other.opened());
    WarrantWithdrawnBody body = new WarrantWithdrawnBody(treatment.episode(), team.get(0).pid());
    assertThat(check(world.by(other.patient(), other.patientKey(), world.now(), body)))
        .contains(RejectionReason.WRONG_AUTHOR);
    assertThat(check(world.by(treatment.patient(), other.patientKey(), world.now(), body)))
        .contains(RejectionReason.BAD_SIGNATURE);
    assertThat(check(treatment.withdrawn(world.foreign()))).contains(RejectionReason.NOT_IN_TEAM);
    chain.add(treatment.withdrawn(team.get(0)));
    world.clock().move(Duration.ofSeconds(1));
    assertThat(check(treatment.withdrawn(team.get(0)))).contains(RejectionReason.WARRANT_WITHDRAWN);
    chain.add(other.diagnosis());
    assertThat(check(other.withdrawn(team.get(0)))).contains(RejectionReason.ALREADY_DIAGNOSED);
  }

  @Test
  void withdrawal_shouldBeRefused_whenItIsDatedBeforeTheOpening() {
    assertThat(check(treatment.withdrawn(team.get(0), world.now().minus(Duration.ofMinutes(30)))))
        .contains(RejectionReason.BACK_DATED);
  }

  @Test
  void check_shouldRefuse_whenAnotherDoctorSubmits() {
    assertThat(check(world.by(team.get(0), treatment.diagnosisBody())))
        .contains(RejectionReason.NOT_LAST_SIGNER);
    assertThat(check(world.by(world.foreign(), treatment.diagnosisBody())))
        .contains(RejectionReason.UNKNOWN_AUTHOR);
  }

  @Test
  void check_shouldRefuse_whenCiphertextEvidenceOrCloudAreNotRight() {
    DiagnosisBody honest = treatment.diagnosisBody();
    DiagnosisBody other = new Treatment(world, team).diagnosisBody();

    assertThat(check(treatment.diagnosis(with(honest, other.header(), honest.sealedEvidence()))))
        .contains(RejectionReason.BAD_CIPHERTEXT);
    byte[] header = honest.header().bytes();
    header[header.length - 60] ^= 1;
    assertThat(
            check(
                treatment.diagnosis(with(honest, ByteString.of(header), honest.sealedEvidence()))))
        .contains(RejectionReason.BAD_CIPHERTEXT);
    assertThat(check(treatment.diagnosis(with(honest, honest.header(), other.sealedEvidence()))))
        .contains(RejectionReason.BAD_EVIDENCE);
    DiagnosisBody elsewhere =
        new DiagnosisBody(
            honest.episode(),
            honest.patient(),
            honest.statements(),
            honest.aggregate(),
            honest.header(),
            honest.ciphertext(),
            honest.ciphertextLength(),
            world.other().pid(),
            honest.sealedEvidence());
    assertThat(check(treatment.diagnosis(elsewhere))).contains(RejectionReason.WRONG_CLOUD);
  }

  private static DiagnosisBody with(DiagnosisBody honest, ByteString header, ByteString evidence) {
    return new DiagnosisBody(
        honest.episode(),
        honest.patient(),
        honest.statements(),
        honest.aggregate(),
        header,
        honest.ciphertext(),
        honest.ciphertextLength(),
        honest.cloud(),
        evidence);
  }
}
