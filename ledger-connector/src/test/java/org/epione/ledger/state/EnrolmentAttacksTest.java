package org.epione.ledger.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.epione.crypto.codec.ByteString;
import org.epione.ledger.identity.DoctorIdentity;
import org.epione.ledger.identity.PartyKind;
import org.epione.ledger.record.DoctorEnrolledBody;
import org.epione.ledger.record.HospitalAdmittedBody;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.RecordContent;
import org.epione.ledger.record.RecordSignature;
import org.epione.ledger.rules.BlockRules;
import org.epione.ledger.rules.CreditRules;
import org.epione.ledger.world.Doctor;
import org.epione.ledger.world.GrowingChain;
import org.epione.ledger.world.Party;
import org.epione.ledger.world.World;
import org.junit.jupiter.api.Test;

/** Attacks on founding and enrolment, each carried out and refused. */
class EnrolmentAttacksTest {

  private final World world = new World("enrolment attacks");
  private final RecordRules rules =
      new RecordRules(new SignatureChecks(world.suite()), Evidence.NOT_OURS);
  private final GrowingChain chain = GrowingChain.founded(world);

  private Optional<RejectionReason> check(LedgerRecord record) {
    return rules.check(chain.state(), record, world.now());
  }

  private DoctorIdentity withKey(Doctor doctor, ByteString key, ByteString possession) {
    DoctorIdentity honest = doctor.certificate().identity();
    return new DoctorIdentity(
        honest.pid(), honest.hospital(), key, possession, honest.receivingKey(), honest.validity());
  }

  private LedgerRecord enrolment(DoctorIdentity identity) {
    return world.by(
        world.hospital(),
        new DoctorEnrolledBody(identity.signed(world.hospital().sign(identity.toSign()))));
  }

  @Test
  void check_shouldRefuse_whenAKeyComesWithoutPossession() {
    Doctor rogue = world.doctor(world.hospital());
    Doctor victim = world.doctor(world.hospital());
    DoctorIdentity identity =
        withKey(
            rogue,
            victim.certificate().identity().signingKey(),
            rogue.certificate().identity().possession());

    assertThat(check(enrolment(identity))).contains(RejectionReason.BAD_POSSESSION);
  }

  @Test
  void check_shouldRefuse_whenAKeyBelongsToAnotherDoctor() {
    Doctor rogue = world.doctor(world.hospital());
    DoctorIdentity victim = world.doctor(0).certificate().identity();

    assertThat(check(enrolment(withKey(rogue, victim.signingKey(), victim.possession()))))
        .contains(RejectionReason.KEY_IN_USE);
  }

  @Test
  void check_shouldRefuse_whenTheHospitalDidNotCertify() {
    Doctor stranger = world.doctor(world.other());
    Doctor own = world.doctor(world.hospital());
    DoctorIdentity identity = own.certificate().identity();

    assertThat(check(world.enrolment(stranger))).contains(RejectionReason.BAD_CERTIFICATE);
    assertThat(
            check(
                world.by(
                    world.hospital(),
                    new DoctorEnrolledBody(
                        identity.signed(world.other().sign(identity.toSign()))))))
        .contains(RejectionReason.BAD_CERTIFICATE);
  }

  @Test
  void check_shouldRefuse_whenAnotherServerWritesInTheHospitalsPlace() {
    Doctor own = world.doctor(world.hospital());
    RecordContent content =
        new RecordContent(
            world.chain(),
            world.hospital().pid(),
            world.now(),
            new DoctorEnrolledBody(own.certificate()));

    assertThat(check(world.by(world.other(), content.body())))
        .contains(RejectionReason.WRONG_AUTHOR);
    assertThat(check(content.signed(RecordSignature.ed25519(world.cloud().sign(content.toSign())))))
        .contains(RejectionReason.BAD_SIGNATURE);
  }

  @Test
  void check_shouldRefuse_whenARecordIsReplayedOnAnotherChain() {
    LedgerRecord rulesForB =
        new RecordContent(
                world.other().pid(),
                world.manager().pid(),
                world.now(),
                world.creditRules(CreditRules.DEFAULT).body())
            .signed(RecordSignature.ed25519(new byte[64]));

    assertThat(check(rulesForB)).contains(RejectionReason.WRONG_CHAIN);
  }

  @Test
  void check_shouldRefuse_whenADoctorIsEnrolledTwice() {
    world.clock().move(Duration.ofSeconds(1));
    assertThat(check(world.enrolment(world.doctor(0)))).contains(RejectionReason.ALREADY_ENROLLED);
  }

  @Test
  void check_shouldRefuse_whenTheCertificateIsOver() {
    Doctor late = world.doctor(world.hospital());
    world.clock().move(Duration.ofDays(366));

    assertThat(check(world.enrolment(late))).contains(RejectionReason.CERTIFICATE_NOT_VALID);
  }

  @Test
  void check_shouldRefuse_whenAChainIsFoundedTwiceOrFalsely() {
    Party impostor = world.party(PartyKind.SYSTEM_MANAGER, "SYSTEM-MANAGER", Optional.empty());
    LedgerRecord stolen =
        world.by(
            impostor,
            new HospitalAdmittedBody(
                impostor.certificate(),
                world.hospital().certificate(),
                world.cloud().certificate(),
                CreditRules.DEFAULT,
                BlockRules.DEFAULT));

    assertThat(check(world.founding())).contains(RejectionReason.ALREADY_FOUNDED);
    assertThat(rules.check(ChainState.EMPTY, stolen, world.now()))
        .contains(RejectionReason.BAD_CERTIFICATE);
    assertThat(rules.check(ChainState.EMPTY, world.enrolment(world.doctor(0)), world.now()))
        .contains(RejectionReason.NOT_FOUNDED);
  }
}
