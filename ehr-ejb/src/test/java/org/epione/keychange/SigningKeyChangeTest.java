package org.epione.keychange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.epione.audit.boundary.EpisodeTrail;
import org.epione.audit.control.EpisodeAudit;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.identity.RecordId;
import org.epione.keychange.boundary.KeyChangeState;
import org.epione.keychange.boundary.MySigningKey;
import org.epione.keychange.boundary.SigningKeyView;
import org.epione.keychange.control.KeyUpkeep;
import org.epione.ledger.connector.Chains;
import org.epione.ledger.state.ChainState;
import org.epione.ledger.state.TeamMember;
import org.epione.opinion.Visiting;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.team.Clinic;
import org.epione.team.Clinic.Person;
import org.epione.team.Treatment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** A doctor changes her key while her teams are at work. */
class SigningKeyChangeTest {

  @TempDir private Path home;
  private Clinic clinic;
  private Treatment treatment;

  @BeforeEach
  void open() throws Exception {
    clinic = new Clinic(home, 3);
    treatment = new Treatment(clinic);
  }

  @AfterEach
  void close() {
    clinic.close();
  }

  private SigningKeyView key(Person doctor) throws Exception {
    return clinic.as(doctor, () -> clinic.bean(MySigningKey.class).mine().orElseThrow());
  }

  private SigningKeyView changeOnly(Person doctor) throws Exception {
    clinic.later(Duration.ofMinutes(1));
    String shown = key(doctor).fingerprint();
    return clinic.as(
        doctor, () -> clinic.bean(MySigningKey.class).change(shown, Clinic.PASSWORD.clone()));
  }

  private void change(Person doctor) throws Exception {
    changeOnly(doctor);
    clinic.wire.deliverAll();
    assertThat(key(doctor).last()).contains(KeyChangeState.DONE);
  }

  private static void refused(ErrorCode code, Executable act) {
    assertThatThrownBy(act::execute)
        .isInstanceOf(RefusedException.class)
        .extracting(thrown -> ((RefusedException) thrown).code())
        .isEqualTo(code);
  }

  private ChainState chain() {
    return clinic.bean(Chains.class).state(Clinic.HOSPITAL.value());
  }

  private ByteString certified(Person doctor) {
    return clinic.certificate(doctor).identity().signingKey();
  }

  private List<ByteString> keysOfPlaces(String episode) {
    return chain().episode(RecordId.ofHex(episode)).orElseThrow().team().stream()
        .map(TeamMember::key)
        .toList();
  }

  /** What the auditor sees of it: nothing is missing, and all is proven. */
  private void assertProven(String episode) {
    EpisodeTrail trail =
        clinic.bean(EpisodeAudit.class).trail(Clinic.HOSPITAL, RecordId.ofHex(episode));
    assertThat(trail.acts()).isNotEmpty().allMatch(act -> act.included() && act.signed());
    assertThat(trail.parts()).isEqualTo(trail.expectedParts());
  }

  private void tidyUp(Person doctor) throws Exception {
    clinic.bean(KeyUpkeep.class).lookAfter();
    clinic.open(doctor.account());
  }

  @Test
  void episode_shouldBeFinal_whenItsDoctorsChangeTheirKeysBetweenTurns() throws Exception {
    String id = treatment.open();
    treatment.authorise(id);
    List<ByteString> before = keysOfPlaces(id);
    treatment.sign(id, 1, "one");
    change(treatment.doctor(1));
    change(treatment.doctor(2));
    treatment.sign(id, 2, "two");
    treatment.sendBack(id, 3, 1, "Which side?");
    treatment.sign(id, 1, "one, left");
    treatment.sign(id, 2, "two, left");
    change(treatment.doctor(3));
    assertThat(key(treatment.doctor(3)).earlier()).isEqualTo(1);
    treatment.sign(id, 3, "three");

    assertThat(treatment.episode(id).state()).isEqualTo("FINAL");
    assertThat(keysOfPlaces(id)).isEqualTo(before);
    assertThat(treatment.readAsPatient(id).entries())
        .extracting(each -> each.author(), each -> each.text())
        .containsExactly(
            tuple("Dr. 1", "one, left"), tuple("Dr. 2", "two, left"), tuple("Dr. 3", "three"));
    assertProven(id);
    assertThat(key(treatment.doctor(3)).earlier()).isZero();
  }

  @Test
  void episode_shouldBeSignedWithTheNewKey_whenItBeginsLater() throws Exception {
    change(treatment.doctor(3));
    String id = treatment.open();
    treatment.authorise(id);

    assertThat(keysOfPlaces(id))
        .containsExactly(
            certified(treatment.doctor(1)),
            certified(treatment.doctor(2)),
            certified(treatment.doctor(3)));
    treatment.sign(id, 1, "one");
    treatment.sign(id, 2, "two");
    treatment.sign(id, 3, "three");
    assertThat(treatment.episode(id).state()).isEqualTo("FINAL");
    assertProven(id);
  }

  @Test
  void diagnosis_shouldBeTaken_whenTheChangeOvertakesIt() throws Exception {
    String id = treatment.open();
    treatment.authorise(id);
    treatment.sign(id, 1, "one");
    treatment.sign(id, 2, "two");
    clinic.wire.heldBack.add("cloud.store");
    treatment.sign(id, 3, "three");
    change(treatment.doctor(3));
    clinic.wire.heldBack.clear();
    clinic.wire.repeatAllBackwards();

    assertThat(treatment.episode(id).reason()).isEmpty();
    assertThat(treatment.episode(id).state()).isEqualTo("FINAL");
    assertProven(id);
  }

  @Test
  void visitor_shouldSign_whenSheChangedHerKeyAfterSheAgreed() throws Exception {
    Visiting visiting = new Visiting(clinic);
    visiting.ask("dr. clark");
    visiting.accept();
    change(visiting.visitor);
    visiting.propose(2);
    visiting.treatment().agree(visiting.id());
    visiting.treatment().sign(visiting.id(), 1, "one");
    assertThat(key(visiting.visitor).earlier()).isEqualTo(1);
    tidyUp(visiting.visitor);
    visiting.sign("I would wait.");
    visiting.treatment().sign(visiting.id(), 2, "three");

    assertThat(visiting.treatment().episode(visiting.id()).state()).isEqualTo("FINAL");
    assertProven(visiting.id());
    assertThat(key(visiting.visitor).earlier()).isZero();
  }

  @Test
  void keysFromBefore_shouldBeDestroyed_whenNothingNeedsThemAnyMore() throws Exception {
    String id = treatment.open();
    treatment.authorise(id);
    Person doctor = treatment.doctor(1);
    change(doctor);
    change(doctor);
    tidyUp(doctor);
    assertThat(key(doctor).earlier()).isEqualTo(1);
    treatment.sign(id, 1, "one");
    treatment.sign(id, 2, "two");
    treatment.sign(id, 3, "three");
    assertThat(treatment.episode(id).state()).isEqualTo("FINAL");
    assertThat(untidy()).isEqualTo(2);
    tidyUp(doctor);

    assertThat(untidy()).isZero();
    assertThat(treatment.count("select count(*) from person_key where signing_kept is not null"))
        .isZero();
  }

  private long untidy() throws Exception {
    return treatment.count("select count(*) from key_change where tidy = false");
  }

  @Test
  void keyThatWaits_shouldStay_whenKeysFromBeforeAreLookedForMeanwhile() throws Exception {
    String id = treatment.open();
    treatment.authorise(id);
    Person doctor = treatment.doctor(1);
    change(doctor);
    clinic.wire.heldBack.add("ledger.submit");
    changeOnly(doctor);
    clinic.wire.deliverAll();
    tidyUp(doctor);
    clinic.wire.heldBack.clear();
    clinic.wire.repeatAllBackwards();

    assertThat(key(doctor).last()).contains(KeyChangeState.DONE);
    tidyUp(doctor);
    treatment.sign(id, 1, "one");
    String next = treatment.open(List.of(doctor.account().toString()));
    treatment.authorise(next);
    treatment.sign(next, 1, "alone");
    assertThat(treatment.episode(next).state()).isEqualTo("FINAL");
  }

  @Test
  void change_shouldBeRefused_whenItWaitsOrThePageIsOldOrThePasswordWrong() throws Exception {
    Person doctor = treatment.doctor(1);
    String shown = key(doctor).fingerprint();
    MySigningKey mine = clinic.bean(MySigningKey.class);
    refused(
        ErrorCode.WRONG_PASSWORD,
        () -> clinic.as(doctor, () -> mine.change(shown, "not hers at all".toCharArray())));
    assertThat(changeOnly(doctor).underWay()).isTrue();
    refused(
        ErrorCode.KEY_CHANGE_UNDER_WAY,
        () -> clinic.as(doctor, () -> mine.change(shown, Clinic.PASSWORD.clone())));
    clinic.wire.deliverAll();
    refused(
        ErrorCode.KEY_CHANGED_MEANWHILE,
        () -> clinic.as(doctor, () -> mine.change(shown, Clinic.PASSWORD.clone())));
    assertThat(key(doctor).fingerprint()).isNotEqualTo(shown);
    assertThat(treatment.count("select count(*) from key_change")).isEqualTo(1);
  }

  @Test
  void key_shouldStay_whenTheChainRefusesTheChange() throws Exception {
    Person doctor = treatment.doctor(3);
    ByteString before = certified(doctor);
    clinic.wire.heldBack.add("ledger.submit");
    changeOnly(doctor);
    clinic.wire.deliverAll();
    clinic.later(Duration.ofDays(30));
    clinic.wire.heldBack.clear();
    clinic.wire.repeatAllBackwards();

    assertThat(key(doctor).refused()).isTrue();
    assertThat(key(doctor).refusal()).isEqualTo("TOO_OLD");
    assertThat(certified(doctor)).isEqualTo(before);
    clinic.open(doctor.account());
    assertThat(treatment.count("select count(*) from person_key where signing_kept is not null"))
        .as("what was to be the new key")
        .isZero();
    change(doctor);
    assertThat(certified(doctor)).isNotEqualTo(before);
  }

  @Test
  void page_shouldWarn_whenTheCertificateEndsSoon_andTheChangeRenewIt() throws Exception {
    Person doctor = treatment.doctor(1);
    assertThat(key(doctor).endsSoon()).isFalse();
    clinic.later(Duration.ofDays(310));
    assertThat(key(doctor).endsSoon()).isTrue();
    clinic.later(Duration.ofDays(60));
    change(doctor);

    assertThat(key(doctor).endsSoon()).isFalse();
    String id = treatment.open(List.of(doctor.account().toString()));
    treatment.authorise(id);
    assertThat(keysOfPlaces(id)).containsExactly(certified(doctor));
  }
}
