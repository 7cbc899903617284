package org.epione.ledger.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.epione.crypto.identity.Nonce;
import org.epione.crypto.scheme.pre.Grant;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.world.Doctor;
import org.epione.ledger.world.GrowingChain;
import org.epione.ledger.world.SharingActs;
import org.epione.ledger.world.Treatment;
import org.epione.ledger.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a chain lets a hospital open without the patient, and what not. */
class EmergencyRulesTest {

  private final World world = new World("emergencies");
  private final RecordRules rules =
      new RecordRules(new SignatureChecks(world.suite()), Evidence.NOT_OURS);
  private final GrowingChain chain = GrowingChain.founded(world);
  private final Treatment treatment = new Treatment(world, world.doctors().subList(0, 2));
  private final SharingActs sharing = acts(world.doctor(3), "ETREAT");
  private final Grant fourHours = sharing.grant(world.now().plus(Duration.ofHours(4)));

  @BeforeEach
  void diagnose() {
    LedgerRecord diagnosis = treatment.diagnosis();
    chain.add(treatment.opened());
    chain.add(diagnosis, treatment.stored(diagnosis));
  }

  private SharingActs acts(Doctor asking, String purpose) {
    return new SharingActs(world, treatment, asking, purpose);
  }

  private Optional<RejectionReason> check(LedgerRecord record) {
    return rules.check(chain.state(), record, world.now());
  }

  @Test
  void emergency_shouldAnswerTheRequest_andWaitForItsReview() {
    chain.add(sharing.requested());
    LedgerRecord opened = sharing.emergency(fourHours);
    assertThat(check(opened)).isEmpty();
    chain.add(opened);

    Consent consent = chain.state().consent(fourHours.digest()).orElseThrow();
    assertThat(consent.validity().notAfter()).isEqualTo(fourHours.notAfter());
    assertThat(consent.key()).as("the system manager has not agreed yet").isEmpty();
    assertThat(chain.state().openEmergency(fourHours.digest())).contains(treatment.episode());
    assertThat(EpisodeOf.record(chain.state(), opened.body())).contains(treatment.episode());
    assertThat(ChainState.decode(chain.state().encode()).digest())
        .isEqualTo(chain.state().digest());

    LedgerRecord reviewed = sharing.reviewed(fourHours);
    assertThat(check(reviewed)).isEmpty();
    assertThat(chain.state().sealed().openEmergency(fourHours.digest()))
        .as("outlives the epoch")
        .isPresent();
    chain.add(reviewed);
    assertThat(chain.state().openEmergency(fourHours.digest())).isEmpty();
    assertThat(check(sharing.reviewed(fourHours, false)))
        .as("once")
        .contains(RejectionReason.UNKNOWN_EMERGENCY);
  }

  @Test
  void emergency_shouldBeRefused_whenNobodyAskedOrItWasAnswered() {
    assertThat(check(sharing.emergency(fourHours))).contains(RejectionReason.UNKNOWN_REQUEST);
    chain.add(sharing.requested());
    chain.add(sharing.emergency(fourHours));
    Grant again = sharing.grant(world.now().plus(Duration.ofHours(1)));
    assertThat(check(sharing.emergency(again))).contains(RejectionReason.ALREADY_ANSWERED);
  }

  @Test
  void emergency_shouldBeRefused_whenThePatientRefusedTheRequest() {
    chain.add(sharing.requested());
    chain.add(sharing.refused());
    assertThat(check(sharing.emergency(fourHours))).contains(RejectionReason.ALREADY_ANSWERED);
  }

  @Test
  void emergency_shouldBeRefused_forAnotherPurposeDoctorOrHospital() {
    SharingActs treating = acts(world.doctor(3), "TREAT");
    chain.add(treating.requested());
    assertThat(check(treating.emergency(treating.grant())))
        .as("no emergency was asked for")
        .contains(RejectionReason.GRANT_MISMATCH);
    chain.add(sharing.requested());
    assertThat(check(sharing.emergency(acts(world.doctor(2), "ETREAT").grant())))
        .as("for another doctor")
        .contains(RejectionReason.GRANT_MISMATCH);
    SharingActs foreign = acts(world.foreign(), "ETREAT");
    chain.add(foreign.requested());
    assertThat(check(foreign.emergency(foreign.grant())))
        .as("for a doctor of elsewhere")
        .contains(RejectionReason.NOT_OUR_DOCTOR);
  }

  @Test
  void emergency_shouldBeRefused_whenItLastsTooLong_orIsOver() {
    chain.add(sharing.requested());
    assertThat(check(sharing.emergency(sharing.grant(world.now().plus(Duration.ofHours(25))))))
        .contains(RejectionReason.GRANT_NOT_VALID);
    Instant now = world.now();
    assertThat(check(sharing.emergency(between(now.minusSeconds(120), now.minusSeconds(60)))))
        .contains(RejectionReason.GRANT_NOT_VALID);
  }

  @Test
  void record_shouldBeRefused_whenSomebodyElseThanTheHospitalSaysIt() {
    chain.add(sharing.requested());
    assertThat(check(world.by(world.cloud(), sharing.emergency(fourHours).body())))
        .contains(RejectionReason.WRONG_AUTHOR);
    assertThat(check(world.by(world.manager(), sharing.emergency(fourHours).body())))
        .contains(RejectionReason.WRONG_AUTHOR);
    chain.add(sharing.emergency(fourHours));
    assertThat(check(world.by(world.manager(), sharing.reviewed(fourHours).body())))
        .contains(RejectionReason.WRONG_AUTHOR);
  }

  @Test
  void reading_shouldBeRefused_beforeTheSystemManagerAgrees() {
    SharingActs day = acts(world.doctor(2), "ETREAT");
    chain.add(day.requested());
    chain.add(day.emergency(day.grant()));
    assertThat(check(day.read())).contains(RejectionReason.KEY_NOT_ISSUED);
    chain.add(day.issued());
    assertThat(check(day.read())).isEmpty();
    chain.add(day.withdrawn());
    assertThat(check(day.read()))
        .as("the patient can end it")
        .contains(RejectionReason.GRANT_WITHDRAWN);
  }

  private Grant between(Instant notBefore, Instant notAfter) {
    return new Grant(
        fourHours.grantor(),
        fourHours.grantee(),
        fourHours.receivingKey(),
        fourHours.records(),
        fourHours.purpose(),
        notBefore,
        notAfter,
        Nonce.random(world.suite().random()));
  }
}
