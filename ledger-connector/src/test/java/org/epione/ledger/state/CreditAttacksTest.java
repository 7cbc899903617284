package org.epione.ledger.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.RecordContent;
import org.epione.ledger.record.RecordSignature;
import org.epione.ledger.record.RejectionBody;
import org.epione.ledger.world.Doctor;
import org.epione.ledger.world.GrowingChain;
import org.epione.ledger.world.Treatment;
import org.epione.ledger.world.World;
import org.junit.jupiter.api.Test;

/** Attempts to lower a doctor's score without that doctor's fault, each carried out and refused. */
class CreditAttacksTest {

  private final World world = new World("credit attacks");
  private final RecordRules rules =
      new RecordRules(new SignatureChecks(world.suite()), Evidence.NOT_OURS);
  private final BlockCheck blocks = new BlockCheck(rules);
  private final GrowingChain chain = GrowingChain.founded(world);
  private final Doctor victim = world.doctor(0);
  private final Doctor other = world.doctor(1);

  private Optional<RejectionReason> check(LedgerRecord record) {
    return rules.check(chain.state(), record, world.now());
  }

  private LedgerRecord rejection(RejectionBody body) {
    return world.by(world.hospital(), body);
  }

  private static RejectionBody body(LedgerRecord refused, RejectionReason reason) {
    return new RejectionBody(
        refused.author(), refused.contentDigest(), refused.signature().value(), reason.name());
  }

  /** A diagnosis that lacks the signature of the first doctor of the team. */
  private LedgerRecord incomplete(Doctor last) {
    Treatment treatment = new Treatment(world, List.of(other, last));
    chain.add(treatment.opened());
    var statements = treatment.statements(List.of(last), world.now());
    return treatment.diagnosis(
        treatment.diagnosisBody(statements, treatment.aggregate(List.of(last), statements)));
  }

  private RejectionReason found(LedgerRecord record) {
    return check(record).orElseThrow();
  }

  @Test
  void rejection_shouldBeRefused_whenAnotherDoctorSigned() {
    LedgerRecord wrong = incomplete(victim);
    RejectionBody honest = body(wrong, found(wrong));
    RejectionBody inOthersName =
        new RejectionBody(other.pid(), honest.content(), honest.signature(), honest.reason());
    RejectionBody ofGarbage =
        new RejectionBody(
            victim.pid(), honest.content(), signedBy(other, honest.content()), honest.reason());

    assertThat(check(rejection(inOthersName))).contains(RejectionReason.BAD_REJECTION);
    assertThat(check(rejection(ofGarbage))).contains(RejectionReason.BAD_REJECTION);
    assertThat(check(rejection(honest))).isEmpty();
  }

  private ByteString signedBy(Doctor doctor, Digest content) {
    byte[] signed = RecordContent.toSign(world.chain(), doctor.pid(), content);
    return ByteString.of(world.suite().bls().sign(doctor.key(), signed).encode());
  }

  @Test
  void rejection_shouldCostOnce_whateverIsRepeated() {
    LedgerRecord wrong = incomplete(victim);
    RejectionReason reason = found(wrong);
    LedgerRecord first = rejection(body(wrong, reason));
    chain.add(first);
    world.clock().move(Duration.ofSeconds(1));
    LedgerRecord again = rejection(body(wrong, reason));
    LedgerRecord otherwise = rejection(body(wrong, RejectionReason.TEAM_BAD_SIGNATURE));

    assertThat(check(first)).contains(RejectionReason.DUPLICATE);
    assertThat(check(again)).contains(RejectionReason.BAD_REJECTION);
    assertThat(check(otherwise)).contains(RejectionReason.BAD_REJECTION);
    assertThat(RecordRules.costsCredit(chain.state(), wrong, reason)).isFalse();
    assertThat(chain.state().credit().of(victim.pid()).orElseThrow().points()).isEqualTo(90);
  }

  @Test
  void rejection_shouldBeRefused_whenTheDoctorSignedForAnotherChain() {
    Digest content = Digest.of(new byte[] {1});
    byte[] elsewhere = RecordContent.toSign(world.other().pid(), victim.pid(), content);
    RejectionBody replayed =
        new RejectionBody(
            victim.pid(),
            content,
            ByteString.of(world.suite().bls().sign(victim.key(), elsewhere).encode()),
            RejectionReason.TEAM_BAD_SIGNATURE.name());

    assertThat(check(rejection(replayed))).contains(RejectionReason.BAD_REJECTION);
  }

  @Test
  void rejection_shouldBeRefused_whenNotTheHospitalSays() {
    LedgerRecord wrong = incomplete(victim);
    RejectionBody body = body(wrong, found(wrong));
    RecordContent content = new RecordContent(world.chain(), world.chain(), world.now(), body);
    LedgerRecord forged =
        content.signed(RecordSignature.ed25519(world.cloud().sign(content.toSign())));

    assertThat(check(world.by(world.cloud(), body))).contains(RejectionReason.WRONG_AUTHOR);
    assertThat(check(world.by(world.manager(), body))).contains(RejectionReason.WRONG_AUTHOR);
    assertThat(check(forged)).contains(RejectionReason.BAD_SIGNATURE);
  }

  @Test
  void rejection_shouldBeRefused_whenOnlyTheHospitalCouldTell() {
    Treatment treatment = new Treatment(world, List.of(victim));
    chain.add(treatment.opened());
    LedgerRecord proper = treatment.diagnosis();

    assertThat(check(rejection(body(proper, RejectionReason.BAD_EVIDENCE))))
        .contains(RejectionReason.BAD_REJECTION);
  }

  @Test
  void cloud_shouldNotSign_whenTheRefusedRecordDoesNotShowTheFaultNamed() {
    Treatment treatment = new Treatment(world, List.of(victim));
    chain.add(treatment.opened());
    LedgerRecord proper = treatment.diagnosis();
    LedgerRecord wrong = incomplete(victim);
    LedgerRecord invented = rejection(body(proper, RejectionReason.TEAM_INCOMPLETE));
    LedgerRecord exaggerated = rejection(body(wrong, RejectionReason.WRONG_PATIENT));

    for (LedgerRecord slander : List.of(invented, exaggerated)) {
      for (List<LedgerRecord> shown :
          List.of(
              List.<LedgerRecord>of(), List.of(proper), List.of(wrong), List.of(proper, wrong))) {
        BlockVerdict verdict =
            blocks.checkProposed(chain.state(), chain.propose(shown, slander), world.now());
        assertThat(verdict.fault().orElseThrow().reason())
            .isEqualTo(BlockFault.Reason.UNJUSTIFIED_REJECTION);
      }
    }
    LedgerRecord justified = rejection(body(wrong, found(wrong)));
    assertThat(
            blocks
                .checkProposed(
                    chain.state(), chain.propose(List.of(proper, wrong), justified), world.now())
                .fault())
        .isEmpty();
  }

  @Test
  void enrolment_shouldBeRefused_whenADoctorWouldShareTheHospitalsScore() {
    Pid hospital = world.hospital().pid();
    Doctor twin = world.doctor(world.hospital(), hospital);

    assertThat(check(world.enrolment(twin))).contains(RejectionReason.BAD_CERTIFICATE);
  }
}
