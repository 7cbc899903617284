package org.epione.team.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.ejb.EJBAccessException;
import java.nio.file.Path;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.record.boundary.AppendedRecord;
import org.epione.record.boundary.RecordRow;
import org.epione.record.boundary.RecordView;
import org.epione.team.Clinic;
import org.epione.team.Treatment;
import org.epione.team.boundary.AddendumDesk;
import org.epione.team.boundary.AddendumView;
import org.epione.team.boundary.MyTreatments;
import org.epione.team.boundary.SignedRecordView;
import org.epione.team.boundary.SigningView;
import org.epione.team.boundary.TreatmentView;
import org.epione.team.boundary.TurnEntry;
import org.epione.team.boundary.Turns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is final is added to by who signed it, as the patient allows, and by nobody else. */
class AddendaTest {

  @TempDir private Path home;
  private Clinic clinic;
  private Treatment treatment;
  private String signed;

  @BeforeEach
  void finish() throws Exception {
    clinic = new Clinic(home, 3);
    treatment = new Treatment(clinic);
    signed =
        treatment.open(
            clinic.doctors.subList(0, 2).stream().map(each -> each.account().toString()).toList());
    treatment.authorise(signed);
    treatment.sign(signed, 1, "one");
    treatment.sign(signed, 2, "two");
  }

  @AfterEach
  void close() {
    clinic.close();
  }

  private AddendumView open(int doctor, String record) throws Exception {
    return clinic.as(treatment.doctor(doctor), () -> clinic.bean(AddendumDesk.class).open(record));
  }

  private SignedRecordView only(int doctor) throws Exception {
    return clinic
        .as(treatment.doctor(doctor), () -> clinic.bean(AddendumDesk.class).signed())
        .get(0);
  }

  private AddendumView takeBack(int doctor, String addendum) throws Exception {
    return clinic.as(
        treatment.doctor(doctor), () -> clinic.bean(AddendumDesk.class).takeBack(addendum));
  }

  private static void refused(ErrorCode code, ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            RefusedException.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  @Test
  void addendum_shouldNameTheRecordInAllThatIsSigned_whenThePatientAgrees() throws Exception {
    String reference = only(2).reference();
    AddendumView asked = open(2, signed);
    assertThat(asked.state()).isEqualTo("AWAITING_WARRANTS");
    TreatmentView question =
        clinic.as(clinic.patient, () -> clinic.bean(MyTreatments.class).all()).stream()
            .filter(each -> each.id().equals(asked.id()))
            .findFirst()
            .orElseThrow();
    assertThat(question.appends()).contains(reference);
    assertThat(question.team()).extracting(member -> member.doctor()).containsExactly("Dr. 2");
    treatment.authorise(asked.id());

    assertThat(treatment.inbox(2))
        .extracting(TurnEntry::reference, TurnEntry::appends)
        .containsExactly(tuple(asked.reference(), Optional.of(reference)));
    assertThat(treatment.read(asked.id(), 2).appends()).contains(reference);
    RecordView before = treatment.readAsPatient(signed);
    SigningView shown =
        clinic.as(
            treatment.doctor(2),
            () ->
                clinic
                    .bean(Turns.class)
                    .prepare(
                        treatment.keys(2),
                        asked.id(),
                        treatment.read(asked.id(), 2).step(),
                        0,
                        "three"));
    assertThat(shown.appends().map(named -> named.diagnosis().hex()))
        .contains(before.diagnosisId());
    treatment.sign(asked.id(), 2, "three");

    RecordView added = treatment.readAsPatient(asked.id());
    assertThat(added.entries()).extracting(RecordView.EntryView::text).containsExactly("three");
    assertThat(added.appends().map(AppendedRecord::reference)).contains(reference);
    assertThat(added.appends().map(named -> named.diagnosis().hex()))
        .contains(before.diagnosisId());
    assertThat(added.appended().map(RecordRow::id)).contains(signed);
    RecordView after = treatment.readAsPatient(signed);
    assertThat(after.entries()).isEqualTo(before.entries());
    assertThat(after.appends()).isEmpty();
    assertThat(after.addenda())
        .extracting(RecordRow::id, RecordRow::appends)
        .containsExactly(tuple(asked.id(), Optional.of(reference)));
    assertThat(clinic.as(treatment.doctor(2), () -> clinic.bean(AddendumDesk.class).signed()))
        .extracting(SignedRecordView::id, SignedRecordView::appends)
        .containsExactlyInAnyOrder(
            tuple(signed, Optional.empty()), tuple(asked.id(), Optional.of(reference)));
    assertThat(only(1).addenda()).extracting(AddendumView::state).containsExactly("FINAL");
  }

  @Test
  void open_shouldBeRefused_whenTheDoctorDidNotSignIt_orItIsNotFinal() throws Exception {
    refused(ErrorCode.ACCESS_DENIED, () -> open(3, signed));
    refused(ErrorCode.ACCESS_DENIED, () -> open(1, "00".repeat(16)));
    String atWork = treatment.open();
    treatment.authorise(atWork);
    refused(ErrorCode.ACCESS_DENIED, () -> open(1, atWork));
    assertThatThrownBy(
            () -> clinic.as(clinic.patient, () -> clinic.bean(AddendumDesk.class).open(signed)))
        .isInstanceOf(EJBAccessException.class);
    assertThat(only(1).addenda()).isEmpty();
  }

  @Test
  void open_shouldBeRefused_whileTheDoctorIsAddingToItAlready() throws Exception {
    AddendumView first = open(1, signed);
    assertThat(only(1).adding()).isTrue();
    assertThat(only(2).adding()).isFalse();
    refused(ErrorCode.ADDENDUM_UNDER_WAY, () -> open(1, signed));
    open(2, signed);
    treatment.decline(first.id());
    AddendumView second = open(1, signed);
    assertThat(second.reference()).isNotEqualTo(first.reference());
    assertThat(only(1).addenda()).hasSize(3);
  }

  @Test
  void takeBack_shouldEndIt_onlyForWhoAsked_andOnlyBeforeThePatientAnswered() throws Exception {
    AddendumView asked = open(1, signed);
    assertThat(only(1).addenda()).extracting(AddendumView::revocable).containsExactly(true);
    assertThat(only(2).addenda()).extracting(AddendumView::revocable).containsExactly(false);
    refused(ErrorCode.ACCESS_DENIED, () -> takeBack(2, asked.id()));
    assertThat(takeBack(1, asked.id()).state()).isEqualTo("STOPPED");
    refused(ErrorCode.EPISODE_MOVED_ON, () -> takeBack(1, asked.id()));
    refused(ErrorCode.EPISODE_MOVED_ON, () -> treatment.authorise(asked.id()));

    AddendumView next = open(1, signed);
    treatment.authorise(next.id());
    refused(ErrorCode.EPISODE_MOVED_ON, () -> takeBack(1, next.id()));
  }

  @Test
  void takeBack_shouldNotEndAnEpisode_whenItIsNoAddendum() throws Exception {
    String other = treatment.open();
    refused(ErrorCode.ACCESS_DENIED, () -> takeBack(1, other));
    assertThat(treatment.episode(other).state()).isEqualTo("AWAITING_WARRANTS");
  }
}
