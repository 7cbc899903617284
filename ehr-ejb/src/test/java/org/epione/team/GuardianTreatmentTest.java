package org.epione.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.epione.custody.boundary.Acting;
import org.epione.custody.boundary.KeySession;
import org.epione.custody.boundary.WrongPasswordException;
import org.epione.guardian.control.MadeGuardianship;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.record.boundary.MyRecords;
import org.epione.record.boundary.OpeningView;
import org.epione.record.boundary.RecordRow;
import org.epione.record.boundary.RecordView;
import org.epione.team.boundary.MyTreatments;
import org.epione.team.boundary.TeamEdit;
import org.epione.team.boundary.TreatmentView;
import org.epione.team.boundary.WarrantView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A guardian signs the warrants of a minor's treatment and reads what came of it. */
class GuardianTreatmentTest {

  private static final Instant END = Instant.parse("2036-05-03T00:00:00Z");

  @TempDir private Path home;

  private Clinic clinic;
  private Treatment treatment;
  private Clinic.Person guardian;
  private Clinic.Person neighbour;
  private MadeGuardianship guardianship;
  private MyTreatments treatments;
  private MyRecords records;
  private String id;

  @BeforeEach
  void open() throws Exception {
    clinic = new Clinic(home, 2);
    clinic.patientBornOn("2018-05-03");
    guardian = clinic.patient("Gail Bell");
    neighbour = clinic.patient("Nora Night");
    guardianship =
        MadeGuardianship.begin(
            clinic.container,
            Clinic.HOSPITAL,
            new Acting(clinic.patient.account(), guardian.account()),
            Clinic.PASSWORD,
            Clinic.PASSWORD,
            END);
    treatment = new Treatment(clinic);
    treatments = clinic.bean(MyTreatments.class);
    records = clinic.bean(MyRecords.class);
    id = treatment.open();
  }

  @AfterEach
  void close() {
    clinic.close();
  }

  @Test
  void guardian_shouldSignTheWarrants_andTheTreatmentGoOnToItsEnd() throws Exception {
    assertThat(clinic.as(guardian, treatments::waitingOfWards)).isEqualTo(1);
    assertThat(clinic.as(guardian, treatments::waiting)).as("none of her own").isZero();
    assertThat(ofWard(guardian)).extracting(TreatmentView::id).containsExactly(id);

    authorise(guardian);
    treatment.sign(id, 1, "one");
    treatment.sign(id, 2, "two");

    assertThat(treatment.episode(id).state()).isEqualTo("FINAL");
    assertThat(clinic.as(guardian, treatments::waitingOfWards)).isZero();
    assertThat(clinic.as(guardian, () -> records.of(clinic.patient.account())))
        .extracting(RecordRow::id)
        .containsExactly(id);
    assertThat(clinic.as(guardian, records::all)).as("not among her own").isEmpty();
    assertThat(treatment.readAs(guardian, id).entries())
        .extracting(RecordView.EntryView::text)
        .containsExactly("one", "two");
    assertThat(treatment.readAsPatient(id).entries()).as("the same keys").hasSize(2);
    refused(
        ErrorCode.NOT_FOUND, () -> clinic.as(guardian, () -> records.ask(guardian.account(), id)));
    assertThat(clinic.as(guardian, () -> records.ask(clinic.patient.account(), id)).record())
        .isEmpty();
  }

  @Test
  void guardian_shouldWithdrawAWarrant() throws Exception {
    authorise(guardian);
    clinic.as(guardian, () -> treatments.withdraw(id, 1, Clinic.PASSWORD));
    refused(ErrorCode.WARRANT_WITHDRAWN, () -> treatment.read(id, 1));
    assertThat(ofWard(guardian).get(0).warrants())
        .extracting(WarrantView::state)
        .containsExactly(WarrantView.State.WITHDRAWN, WarrantView.State.HOLDS);
  }

  @Test
  void guardian_shouldAgreeToAnotherTeam() throws Exception {
    authorise(guardian);
    treatment.propose(
        clinic.registrar, id, new TeamEdit(2, true, Optional.empty()), "On leave until Monday");
    assertThat(clinic.as(guardian, treatments::waitingOfWards)).isEqualTo(1);
    refused(
        ErrorCode.ACCESS_DENIED,
        () -> clinic.as(neighbour, () -> treatments.agreeToChange(id, Clinic.PASSWORD)));

    clinic.later(Duration.ofMinutes(1));
    clinic.as(guardian, () -> treatments.agreeToChange(id, Clinic.PASSWORD));
    clinic.wire.deliverAll();
    treatment.sign(id, 1, "alone");

    assertThat(treatment.episode(id).state()).isEqualTo("FINAL");
  }

  @Test
  void guardian_shouldDecline() throws Exception {
    clinic.as(guardian, () -> treatments.decline(id));
    assertThat(treatment.episode(id).state()).isEqualTo("DECLINED");
  }

  @Test
  void guardian_shouldNeedTheOwnPassword() throws Exception {
    assertThatThrownBy(
            () -> clinic.as(guardian, () -> treatments.authorise(id, "wrong".toCharArray())))
        .isInstanceOf(WrongPasswordException.class);
    assertThat(treatment.episode(id).state()).isEqualTo("AWAITING_WARRANTS");
  }

  @Test
  void others_shouldSignAndReadNothing() throws Exception {
    denied(neighbour);
    authorise(guardian);
    treatment.sign(id, 1, "one");
    treatment.sign(id, 2, "two");
    OpeningView asked = clinic.as(guardian, () -> records.ask(id));
    clinic.wire.deliverAll();
    KeySession keys = neighbour.keys().orElseThrow();
    refused(
        ErrorCode.ACCESS_DENIED,
        () -> clinic.as(neighbour, () -> records.read(keys, id, asked.id())));
    // With another's session, and with one that says it acts for the patient.
    refused(
        ErrorCode.KEYS_OF_ANOTHER,
        () -> clinic.as(guardian, () -> records.read(keys, id, asked.id())));
    KeySession forTheWard = guardian.keys().orElseThrow().actingFor(clinic.patient.account());
    refused(
        ErrorCode.KEYS_OF_ANOTHER,
        () -> clinic.as(guardian, () -> records.read(forTheWard, id, asked.id())));
  }

  @Test
  void guardian_shouldSignAndReadNothing_whenItIsOver() throws Exception {
    guardianship.end();
    denied(guardian);
  }

  @Test
  void guardian_shouldSignAndReadNothing_fromTheBirthdayOn() throws Exception {
    clinic.later(Duration.between(clinic.container.clock().instant(), END));
    denied(guardian);
  }

  private void denied(Clinic.Person person) {
    refused(ErrorCode.ACCESS_DENIED, () -> authorise(person));
    refused(ErrorCode.ACCESS_DENIED, () -> clinic.as(person, () -> treatments.decline(id)));
    refused(
        ErrorCode.ACCESS_DENIED,
        () -> clinic.as(person, () -> treatments.withdraw(id, 1, Clinic.PASSWORD)));
    refused(ErrorCode.ACCESS_DENIED, () -> ofWard(person));
    refused(
        ErrorCode.ACCESS_DENIED,
        () -> clinic.as(person, () -> records.of(clinic.patient.account())));
    refused(ErrorCode.ACCESS_DENIED, () -> clinic.as(person, () -> records.ask(id)));
  }

  private List<TreatmentView> ofWard(Clinic.Person person) throws Exception {
    return clinic.as(person, () -> treatments.of(clinic.patient.account()));
  }

  private void authorise(Clinic.Person person) throws Exception {
    clinic.as(person, () -> treatments.authorise(id, Clinic.PASSWORD));
    clinic.wire.deliverAll();
  }

  private static void refused(ErrorCode code, ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            RefusedException.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
