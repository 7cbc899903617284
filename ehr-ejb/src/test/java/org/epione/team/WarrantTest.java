package org.epione.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.identity.RecordId;
import org.epione.custody.boundary.KeySession;
import org.epione.custody.boundary.WrongPasswordException;
import org.epione.ledger.connector.Chains;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.RecordType;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.team.boundary.EpisodeDesk;
import org.epione.team.boundary.EpisodeView;
import org.epione.team.boundary.Loss;
import org.epione.team.boundary.MemberView;
import org.epione.team.boundary.MyTreatments;
import org.epione.team.boundary.RefusalView;
import org.epione.team.boundary.TreatmentView;
import org.epione.team.boundary.Turns;
import org.epione.team.boundary.WarrantView;
import org.epione.team.control.WarrantWithdrawal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a patient's warrants allow, until they end or she withdraws them. */
class WarrantTest {

  @TempDir private Path home;

  private Clinic clinic;
  private Treatment treatment;
  private String id;

  @BeforeEach
  void open() throws Exception {
    clinic = new Clinic(home, 2);
    treatment = new Treatment(clinic);
    id = treatment.open();
    treatment.authorise(id);
  }

  @AfterEach
  void close() {
    clinic.close();
  }

  @Test
  void warrants_shouldSayWhoMayDoWhatUntilWhen() throws Exception {
    assertThat(seen().warrants())
        .extracting(WarrantView::place, WarrantView::doctor, WarrantView::purpose)
        .containsExactly(tuple(1, "Dr. 1", "TREAT"), tuple(2, "Dr. 2", "TREAT"));
    assertThat(seen().warrants())
        .allSatisfy(
            warrant -> {
              assertThat(warrant.state()).isEqualTo(WarrantView.State.HOLDS);
              assertThat(Duration.between(warrant.notBefore(), warrant.notAfter()))
                  .isEqualTo(Duration.ofDays(30));
            });
  }

  @Test
  void withdrawal_shouldStopTheTurnAtOnce_andStandOnTheChain() throws Exception {
    withdraw(1);
    refused(ErrorCode.WARRANT_WITHDRAWN, () -> treatment.read(id, 1));
    refused(ErrorCode.WARRANT_WITHDRAWN, () -> treatment.signOnly(id, 1, "one"));
    refused(ErrorCode.WARRANT_WITHDRAWN, () -> treatment.sendBack(id, 1, "no"));
    assertThat(treatment.inbox(1))
        .singleElement()
        .satisfies(
            turn -> assertThat(turn.stopped()).isEqualTo(Optional.of(Loss.WARRANT_WITHDRAWN)));
    assertThat(seen().warrants())
        .extracting(WarrantView::state)
        .containsExactly(WarrantView.State.WITHDRAWN, WarrantView.State.HOLDS);
    clinic.wire.deliverAll();
    assertThat(onChain()).containsExactly(RecordType.EPISODE_OPENED, RecordType.WARRANT_WITHDRAWN);
  }

  @Test
  void withdrawal_shouldStopTheTeam_whenTheDoctorsTurnIsStillToCome() throws Exception {
    withdraw(2);
    refused(ErrorCode.WARRANT_WITHDRAWN, () -> treatment.read(id, 1));
  }

  @Test
  void hospital_shouldHandOver_whenAWarrantWasWithdrawn() throws Exception {
    withdraw(2);
    clinic.wire.deliverAll();
    EpisodeView stopped = treatment.episode(id);
    assertThat(stopped.needsFollowUp()).isTrue();
    assertThat(stopped.team())
        .extracting(MemberView::lost)
        .containsExactly(Optional.empty(), Optional.of(Loss.WARRANT_WITHDRAWN));
    assertThat(stopped.remaining()).containsExactly(treatment.doctor(1).account().toString());

    String next =
        clinic.as(
            clinic.registrar,
            () -> clinic.bean(EpisodeDesk.class).followUp(id, stopped.remaining()).id());
    treatment.authorise(next);
    treatment.sign(next, 1, "alone");
    assertThat(treatment.episode(next).state()).isEqualTo("FINAL");
    assertThat(treatment.episode(id).state()).isEqualTo("STOPPED");
    assertThat(treatment.inbox(1)).isEmpty();
  }

  @Test
  void withdrawal_shouldLeaveWhatWasSigned_whenTheDoctorHadSigned() throws Exception {
    treatment.sign(id, 1, "one");
    withdraw(1);
    clinic.wire.deliverAll();
    treatment.sign(id, 2, "two");
    assertThat(treatment.episode(id).state()).isEqualTo("FINAL");
    assertThat(treatment.readAsPatient(id).entries()).hasSize(2);
    assertThat(onChain())
        .containsExactly(
            RecordType.EPISODE_OPENED,
            RecordType.WARRANT_WITHDRAWN,
            RecordType.DIAGNOSIS,
            RecordType.STORED);
  }

  @Test
  void withdrawal_shouldKeepWhoSignedFromSigningAgain_whenThePartComesBack() throws Exception {
    treatment.sign(id, 1, "one");
    withdraw(1);
    treatment.sendBack(id, 2, "again, please");
    refused(ErrorCode.WARRANT_WITHDRAWN, () -> treatment.read(id, 1));
    assertThat(treatment.episode(id).needsFollowUp()).isTrue();
  }

  @Test
  void withdrawal_shouldBeMadeOnce_whenItIsAskedForTwice() throws Exception {
    withdraw(1);
    TreatmentView first = seen();
    clinic.later(Duration.ofMinutes(1));
    withdraw(1);
    clinic.wire.deliverAll();
    assertThat(seen().warrants()).isEqualTo(first.warrants());
    assertThat(onChain()).containsExactly(RecordType.EPISODE_OPENED, RecordType.WARRANT_WITHDRAWN);
  }

  @Test
  void withdrawal_shouldChangeNothing_whenItIsRefused() throws Exception {
    assertThatThrownBy(
            () ->
                clinic.as(
                    clinic.patient,
                    () ->
                        clinic
                            .bean(MyTreatments.class)
                            .withdraw(id, 1, "wrong password!".toCharArray())))
        .isInstanceOf(WrongPasswordException.class);
    refused(ErrorCode.NOT_FOUND, () -> withdraw(3));
    assertThat(treatment.read(id, 1).last()).isFalse();
    treatment.sign(id, 1, "one");
    treatment.sign(id, 2, "two");
    refused(ErrorCode.EPISODE_MOVED_ON, () -> withdraw(1));
  }

  @Test
  void warrant_shouldHoldAgain_whenTheChainRefusedTheWithdrawal() throws Exception {
    withdraw(1);
    clinic.wire.deliverAll();
    LedgerRecord withdrawal =
        clinic.bean(Chains.class).recordsOf(Clinic.HOSPITAL.value(), eid()).get(1).record();
    clinic.container.inTransaction(
        () -> clinic.bean(WarrantWithdrawal.class).onRejected(withdrawal, "ALREADY_DIAGNOSED"));
    assertThat(seen().warrants())
        .extracting(WarrantView::state)
        .containsOnly(WarrantView.State.HOLDS);
    assertThat(treatment.episode(id).refusals())
        .extracting(RefusalView::kind, RefusalView::reason)
        .containsExactly(tuple("WARRANT_WITHDRAWN", "ALREADY_DIAGNOSED"));
  }

  @Test
  void turn_shouldStopAndBeHandedOver_whenTheWarrantsHaveEnded() throws Exception {
    clinic.later(Duration.ofDays(31));
    KeySession keys = clinic.open(treatment.doctor(1).account());
    refused(
        ErrorCode.WARRANT_MISSING,
        () -> clinic.as(treatment.doctor(1), () -> clinic.bean(Turns.class).open(keys, id)));
    assertThat(seen().warrants())
        .extracting(WarrantView::state)
        .containsOnly(WarrantView.State.ENDED);
    EpisodeView stopped = treatment.episode(id);
    assertThat(stopped.team())
        .extracting(MemberView::lost)
        .containsOnly(Optional.of(Loss.WARRANT_ENDED));
    EpisodeView next =
        clinic.as(
            clinic.registrar,
            () ->
                clinic
                    .bean(EpisodeDesk.class)
                    .followUp(id, List.of(treatment.doctor(1).account().toString())));
    assertThat(next.state()).isEqualTo("AWAITING_WARRANTS");
  }

  private void withdraw(int place) throws Exception {
    clinic.as(
        clinic.patient, () -> clinic.bean(MyTreatments.class).withdraw(id, place, Clinic.PASSWORD));
  }

  private TreatmentView seen() throws Exception {
    return clinic.as(clinic.patient, () -> clinic.bean(MyTreatments.class).all()).stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private List<RecordType> onChain() {
    return clinic.bean(Chains.class).recordsOf(Clinic.HOSPITAL.value(), eid()).stream()
        .map(found -> found.record().type())
        .toList();
  }

  private RecordId eid() {
    return RecordId.of(ByteString.ofHex(id).bytes());
  }

  private static void refused(ErrorCode code, ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            RefusedException.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
