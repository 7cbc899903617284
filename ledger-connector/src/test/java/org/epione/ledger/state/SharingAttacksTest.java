package org.epione.ledger.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.epione.crypto.scheme.pre.Grant;
import org.epione.ledger.identity.PartyKind;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.rules.CreditRules;
import org.epione.ledger.world.Doctor;
import org.epione.ledger.world.GrowingChain;
import org.epione.ledger.world.Party;
import org.epione.ledger.world.SharingActs;
import org.epione.ledger.world.Treatment;
import org.epione.ledger.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Attempts to read without, beyond or after consent, each carried out and refused. */
class SharingAttacksTest {

  private final World world = new World("sharing attacks");
  private final RecordRules rules =
      new RecordRules(new SignatureChecks(world.suite()), Evidence.NOT_OURS);
  private final GrowingChain chain = GrowingChain.founded(world);
  private final Treatment treatment = new Treatment(world, world.doctors().subList(0, 2));
  private final SharingActs sharing = new SharingActs(world, treatment, world.foreign());

  @BeforeEach
  void diagnose() {
    LedgerRecord diagnosis = treatment.diagnosis();
    chain.add(treatment.opened());
    chain.add(diagnosis, treatment.stored(diagnosis));
  }

  private Optional<RejectionReason> check(LedgerRecord record) {
    return rules.check(chain.state(), record, world.now());
  }

  @Test
  void check_shouldRefuseAReading_whenThereIsNoConsentOrNoKey() {
    chain.add(sharing.requested());
    assertThat(check(sharing.read())).contains(RejectionReason.UNKNOWN_GRANT);
    assertThat(check(sharing.issued())).contains(RejectionReason.UNKNOWN_GRANT);
    chain.add(sharing.consented());
    assertThat(check(sharing.read())).contains(RejectionReason.KEY_NOT_ISSUED);
  }

  @Test
  void check_shouldRefuseAReading_whenTheGrantIsAnothers() {
    chain.add(sharing.requested());
    chain.add(sharing.consented());
    chain.add(sharing.issued());

    assertThat(check(sharing.readBy(world.doctor(3), world.now())))
        .contains(RejectionReason.NOT_THE_GRANTEE);
    assertThat(RejectionReason.NOT_THE_GRANTEE.isFault(CreditRules.DEFAULT)).isTrue();
    assertThat(check(sharing.read())).isEmpty();
  }

  @Test
  void check_shouldRefuseAReading_whenTheGrantIsOver_evenIfDatedBack() {
    chain.add(sharing.requested());
    chain.add(sharing.consented());
    chain.add(sharing.issued());
    Instant inTime = world.now();
    world.clock().move(Duration.ofHours(25));

    assertThat(check(sharing.read())).contains(RejectionReason.GRANT_NOT_VALID);
    assertThat(check(sharing.readBy(world.foreign(), inTime)))
        .contains(RejectionReason.GRANT_NOT_VALID);
    assertThat(check(sharing.issued())).contains(RejectionReason.KEY_ALREADY_ISSUED);
    assertThat(RejectionReason.GRANT_NOT_VALID.isFault(CreditRules.DEFAULT)).isFalse();
  }

  @Test
  void check_shouldRefuse_whenConsentIsWithdrawn() {
    chain.add(sharing.requested());
    chain.add(sharing.consented());
    chain.add(sharing.withdrawn());
    world.clock().move(Duration.ofSeconds(1));

    assertThat(check(sharing.issued())).contains(RejectionReason.GRANT_WITHDRAWN);
    assertThat(check(sharing.read())).contains(RejectionReason.GRANT_WITHDRAWN);
    assertThat(check(sharing.withdrawn())).contains(RejectionReason.GRANT_WITHDRAWN);
  }

  @Test
  void check_shouldRefuseAConsent_whenItIsNotThePatientsOrNotWhatWasAsked() {
    chain.add(sharing.requested());
    Treatment another = new Treatment(world, world.doctors().subList(0, 2));
    chain.add(another.opened());
    LedgerRecord byAnother =
        world.by(another.patient(), another.patientKey(), world.now(), sharing.consented().body());
    LedgerRecord byTheDoctor =
        world.by(
            treatment.patient(), world.doctor(0).key(), world.now(), sharing.consented().body());
    Grant longer = sharing.grant(world.now().plus(Duration.ofDays(2)));

    assertThat(check(byAnother)).contains(RejectionReason.WRONG_AUTHOR);
    assertThat(check(byTheDoctor)).contains(RejectionReason.BAD_SIGNATURE);
    assertThat(check(sharing.consented(longer))).contains(RejectionReason.GRANT_MISMATCH);
    Grant honest = sharing.grant();
    Grant two =
        new Grant(
            honest.grantor(),
            honest.grantee(),
            honest.receivingKey(),
            List.of(treatment.episode(), another.episode()),
            honest.purpose(),
            honest.notBefore(),
            honest.notAfter(),
            honest.nonce());
    Grant otherKey =
        new Grant(
            honest.grantor(),
            honest.grantee(),
            world.doctor(0).receiving().publicKey(),
            honest.records(),
            honest.purpose(),
            honest.notBefore(),
            honest.notAfter(),
            honest.nonce());
    assertThat(check(sharing.consented(two))).contains(RejectionReason.GRANT_MISMATCH);
    assertThat(check(sharing.consented(otherKey))).contains(RejectionReason.GRANT_MISMATCH);
    assertThat(check(sharing.consented())).isEmpty();
  }

  @Test
  void check_shouldRefuse_whenARequestIsAnsweredTwice() {
    chain.add(sharing.requested());
    chain.add(sharing.refused());

    assertThat(check(sharing.consented())).contains(RejectionReason.ALREADY_ANSWERED);
  }

  @Test
  void check_shouldRefuseARequest_whenTheDoctorsHospitalIsNotAdmitted() {
    Party manager = world.party(PartyKind.SYSTEM_MANAGER, "SM-TWO", Optional.empty());
    Party hospital = world.party(PartyKind.HOSPITAL, "HOSPITAL-X", Optional.of(manager));
    Doctor doctor = world.doctor(hospital);

    assertThat(check(new SharingActs(world, treatment, doctor).requested()))
        .contains(RejectionReason.BAD_CERTIFICATE);
  }

  @Test
  void check_shouldRefuseARequest_whenSomeoneElseSignsIt() {
    LedgerRecord honest = sharing.requested();
    LedgerRecord impersonated =
        world.by(world.foreign().pid(), world.doctor(0).key(), world.now(), honest.body());

    assertThat(check(impersonated)).contains(RejectionReason.BAD_SIGNATURE);
    assertThat(check(world.by(world.doctor(0), honest.body())))
        .contains(RejectionReason.BAD_CERTIFICATE);
  }

  @Test
  void check_shouldRefuseARequest_whenAnOwnDoctorIsNotEnrolled() {
    Doctor left = world.doctor(world.hospital());

    assertThat(check(new SharingActs(world, treatment, left).requested()))
        .contains(RejectionReason.UNKNOWN_AUTHOR);
    assertThat(check(new SharingActs(world, treatment, world.doctor(3)).requested())).isEmpty();
  }

  @Test
  void check_shouldRefuseARequest_whenThereIsNothingToRead() {
    Treatment unfinished = new Treatment(world, world.doctors().subList(0, 2));
    assertThat(check(new SharingActs(world, unfinished, world.foreign()).requested()))
        .contains(RejectionReason.UNKNOWN_EPISODE);
    chain.add(unfinished.opened());
    assertThat(check(new SharingActs(world, unfinished, world.foreign()).requested()))
        .contains(RejectionReason.NOTHING_TO_READ);
  }

  @Test
  void check_shouldRefuse_whenTheKeyIsIssuedByAnyoneButTheSystemManager() {
    chain.add(sharing.requested());
    chain.add(sharing.consented());

    assertThat(check(world.by(world.hospital(), sharing.issued().body())))
        .contains(RejectionReason.WRONG_AUTHOR);
    assertThat(check(sharing.issued())).isEmpty();
  }
}
