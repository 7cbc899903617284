package org.epione.team.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.ejb.EJBAccessException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.identity.RecordId;
import org.epione.custody.boundary.WrongPasswordException;
import org.epione.ledger.connector.Chains;
import org.epione.ledger.record.LedgerRecord;
import org.epione.ledger.record.RecordType;
import org.epione.party.boundary.Post;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.record.boundary.Composition;
import org.epione.record.boundary.RecordView;
import org.epione.team.Clinic;
import org.epione.team.Treatment;
import org.epione.team.boundary.EpisodeView;
import org.epione.team.boundary.LeftOutView;
import org.epione.team.boundary.MemberView;
import org.epione.team.boundary.MyTreatments;
import org.epione.team.boundary.PartFault;
import org.epione.team.boundary.RefusalView;
import org.epione.team.boundary.SignedPart;
import org.epione.team.boundary.TeamChangeView;
import org.epione.team.boundary.TeamDesk;
import org.epione.team.boundary.TeamEdit;
import org.epione.team.boundary.TreatmentView;
import org.epione.team.boundary.Turns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A team goes on without a doctor who is absent, as the patient agreed, and in no other way. */
class TeamChangesTest {

  private static final String REASON = "on leave until Monday";

  @TempDir private Path home;
  private Clinic clinic;
  private Treatment treatment;
  private String id;

  @BeforeEach
  void open() throws Exception {
    clinic = new Clinic(home, 4);
    treatment = new Treatment(clinic);
    id = treatment.open(accounts(3));
    treatment.authorise(id);
  }

  @AfterEach
  void close() {
    clinic.close();
  }

  private List<String> accounts(int count) {
    return clinic.doctors.subList(0, count).stream()
        .map(each -> each.account().toString())
        .toList();
  }

  private static TeamEdit without(int place) {
    return new TeamEdit(place, true, Optional.empty());
  }

  private EpisodeView propose(Clinic.Person by, TeamEdit edit) throws Exception {
    return treatment.propose(by, id, edit, REASON);
  }

  private void agreeOnly() throws Exception {
    treatment.agreeOnly(id);
  }

  private void agree() throws Exception {
    treatment.agree(id);
  }

  /** Doctor 1 signs, doctor 2 is left out. */
  private void leaveOutTheSecond() throws Exception {
    treatment.sign(id, 1, "one");
    propose(clinic.registrar, without(2));
    agree();
  }

  @Test
  void team_shouldFinish_whenTheDoctorWhoseTurnWaitsIsLeftOut() throws Exception {
    leaveOutTheSecond();
    assertThat(treatment.episode(id).team())
        .extracting(MemberView::place, MemberView::doctor, MemberView::hasTurn)
        .containsExactly(tuple(1, "Dr. 1", false), tuple(2, "Dr. 3", true));
    assertThat(treatment.read(id, 3).before())
        .extracting(part -> part.text())
        .containsExactly("one");
    assertThat(treatment.read(id, 3).changes())
        .extracting(TeamChangeView::leftOut, TeamChangeView::reason, TeamChangeView::state)
        .containsExactly(tuple(Optional.of("Dr. 2"), REASON, "IN_FORCE"));
    treatment.sign(id, 3, "three");

    assertThat(treatment.episode(id).state()).isEqualTo("FINAL");
    RecordView record = treatment.readAsPatient(id);
    assertThat(record.entries())
        .extracting(RecordView.EntryView::author, RecordView.EntryView::text)
        .containsExactly(tuple("Dr. 1", "one"), tuple("Dr. 3", "three"));
    assertThat(record.leftOut())
        .extracting(
            Composition.LeftOut::place,
            Composition.LeftOut::authorName,
            Composition.LeftOut::reason)
        .containsExactly(tuple(2, "Dr. 2", REASON));
    assertThat(onChain())
        .containsExactly(
            RecordType.EPISODE_OPENED,
            RecordType.TEAM_CHANGED,
            RecordType.DIAGNOSIS,
            RecordType.STORED);
    assertThat(
            treatment.count("select count(*) from team_member where sealed_briefing is not null"))
        .isZero();
  }

  @Test
  void doctor_shouldLoseTheTurnAndBeTold_whenLeftOut() throws Exception {
    leaveOutTheSecond();
    assertThat(treatment.inbox(2)).isEmpty();
    refused(ErrorCode.LEFT_OUT, () -> treatment.read(id, 2));
    refused(ErrorCode.LEFT_OUT, () -> treatment.signOnly(id, 2, "late"));
    assertThat(told(2))
        .extracting(LeftOutView::place, LeftOutView::reason)
        .containsExactly(tuple(2, REASON));
    assertThat(told(3)).isEmpty();
    clinic.later(Duration.ofDays(31));
    assertThat(told(2)).isEmpty();
  }

  private List<LeftOutView> told(int doctor) throws Exception {
    return clinic.as(treatment.doctor(doctor), () -> clinic.bean(Turns.class).leftOut());
  }

  @Test
  void lastDoctorLeft_shouldSignAgainAndComplete_whenTheLastIsLeftOut() throws Exception {
    treatment.sign(id, 1, "one");
    treatment.sign(id, 2, "two");
    propose(clinic.registrar, without(3));
    agree();
    assertThat(treatment.inbox(3)).isEmpty();
    assertThat(treatment.read(id, 2).draft()).isEqualTo("two");
    assertThat(treatment.read(id, 2).last()).isTrue();
    assertThat(treatment.episode(id).voidParts())
        .singleElement()
        .satisfies(part -> assertThat(part.returnedBy()).isEmpty());
    treatment.sign(id, 2, "two, and done");

    assertThat(treatment.episode(id).state()).isEqualTo("FINAL");
    assertThat(treatment.readAsPatient(id).entries())
        .extracting(RecordView.EntryView::text)
        .containsExactly("one", "two, and done");
  }

  @Test
  void team_shouldFinish_whenTheFirstIsLeftOutAndLaterAnother() throws Exception {
    propose(clinic.registrar, without(1));
    agree();
    treatment.sign(id, 2, "two");
    propose(treatment.doctor(2), without(2));
    agree();
    treatment.sign(id, 2, "two alone");

    assertThat(treatment.episode(id).state()).isEqualTo("FINAL");
    assertThat(treatment.readAsPatient(id).leftOut())
        .extracting(Composition.LeftOut::authorName)
        .containsExactly("Dr. 1", "Dr. 3");
  }

  @Test
  void turn_shouldStayWithItsDraft_whenADoctorAfterItIsLeftOut() throws Exception {
    int step = treatment.read(id, 1).step();
    clinic.as(
        treatment.doctor(1),
        () -> clinic.bean(Turns.class).saveDraft(treatment.keys(1), id, step, 0, "half"));
    propose(clinic.registrar, without(2));
    agree();
    assertThat(treatment.read(id, 1).step()).isEqualTo(step);
    assertThat(treatment.read(id, 1).draft()).isEqualTo("half");
    treatment.sign(id, 1, "one");
    treatment.sign(id, 3, "three");
    assertThat(treatment.episode(id).state()).isEqualTo("FINAL");
  }

  @Test
  void turn_shouldComeBackAndBeSignedAgain_whenTheTeamHasChanged() throws Exception {
    leaveOutTheSecond();
    treatment.sendBack(id, 3, 1, "which side?");
    assertThat(treatment.read(id, 1).draft()).isEqualTo("one");
    treatment.sign(id, 1, "one, left");
    treatment.sign(id, 3, "three");
    assertThat(treatment.episode(id).state()).isEqualTo("FINAL");
  }

  @Test
  void nobody_shouldActUntilTheChainHasIt_whenThePatientAgreed() throws Exception {
    treatment.sign(id, 1, "one");
    propose(clinic.registrar, without(2));
    agreeOnly();
    refused(ErrorCode.TEAM_CHANGING, () -> treatment.read(id, 2));
    refused(ErrorCode.TEAM_CHANGING, () -> treatment.signOnly(id, 2, "quickly"));
    refused(ErrorCode.TEAM_CHANGING, () -> treatment.sendBack(id, 2, "no"));
    refused(ErrorCode.CHANGE_MOVED_ON, this::takeBack);
    refused(ErrorCode.CHANGE_MOVED_ON, this::refuse);
    refused(ErrorCode.CHANGE_MOVED_ON, this::agreeOnly);
    refused(
        ErrorCode.TEAM_CHANGING,
        () ->
            clinic.as(
                clinic.patient,
                () -> clinic.bean(MyTreatments.class).withdraw(id, 1, Clinic.PASSWORD)));
    clinic.wire.deliverAll();
    treatment.sign(id, 3, "three");
    assertThat(treatment.episode(id).state()).isEqualTo("FINAL");
  }

  private void takeBack() throws Exception {
    clinic.as(clinic.registrar, () -> clinic.bean(TeamDesk.class).takeBack(id));
  }

  private void refuse() throws Exception {
    clinic.as(clinic.patient, () -> clinic.bean(MyTreatments.class).refuseChange(id));
  }

  @Test
  void proposal_shouldAskThePatient_andChangeNothingByItself() throws Exception {
    treatment.sign(id, 1, "one");
    EpisodeView proposed = propose(clinic.registrar, without(2));
    assertThat(proposed.changes())
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.order()).containsExactly("Dr. 1", "Dr. 3");
              assertThat(change.proposedBy()).isEqualTo("Registrar");
            });
    assertThat(waiting()).isEqualTo(1);
    assertThat(seen().changeAsked()).isTrue();
    treatment.read(id, 2);
    refused(ErrorCode.TEAM_CHANGE_OPEN, () -> propose(clinic.registrar, without(3)));
    assertThatThrownBy(
            () ->
                clinic.as(
                    clinic.patient,
                    () ->
                        clinic
                            .bean(MyTreatments.class)
                            .agreeToChange(id, "wrong password!".toCharArray())))
        .isInstanceOf(WrongPasswordException.class);
    assertThat(waiting()).isEqualTo(1);
  }

  private long waiting() throws Exception {
    return clinic.as(clinic.patient, () -> clinic.bean(MyTreatments.class).waiting());
  }

  private TreatmentView seen() throws Exception {
    return clinic.as(clinic.patient, () -> clinic.bean(MyTreatments.class).all()).stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void team_shouldGoOnAsItWas_whenTheProposalIsTakenBackOrRefused() throws Exception {
    treatment.sign(id, 1, "one");
    propose(clinic.registrar, without(2));
    takeBack();
    refused(ErrorCode.CHANGE_MOVED_ON, this::agreeOnly);
    propose(treatment.doctor(1), without(2));
    refuse();
    refused(ErrorCode.CHANGE_MOVED_ON, this::agreeOnly);
    assertThat(waiting()).isZero();
    treatment.sign(id, 2, "two");
    treatment.sign(id, 3, "three");
    EpisodeView done = treatment.episode(id);
    assertThat(done.state()).isEqualTo("FINAL");
    assertThat(done.changes())
        .extracting(TeamChangeView::state, TeamChangeView::proposedBy)
        .containsExactly(tuple("TAKEN_BACK", "Registrar"), tuple("REFUSED", "Dr. 1"));
    assertThat(treatment.readAsPatient(id).leftOut()).isEmpty();
  }

  @Test
  void proposal_shouldLapse_whenTheDoctorSignsFirst() throws Exception {
    treatment.sign(id, 1, "one");
    propose(clinic.registrar, without(2));
    treatment.sign(id, 2, "back again");
    refused(ErrorCode.CHANGE_MOVED_ON, this::agreeOnly);
    assertThat(treatment.episode(id).changes())
        .extracting(TeamChangeView::state)
        .containsExactly("LAPSED");
    refused(ErrorCode.CHANGE_MOVED_ON, () -> propose(clinic.registrar, without(2)));
  }

  @Test
  void propose_shouldBeRefused_whenItCannotBe() throws Exception {
    refused(ErrorCode.CHANGE_MOVED_ON, () -> propose(clinic.registrar, without(0)));
    refused(ErrorCode.TEAM_INVALID, () -> propose(clinic.registrar, without(4)));
    refused(ErrorCode.CHANGE_MOVED_ON, () -> propose(clinic.registrar, without(5)));
    refused(
        ErrorCode.REASON_MISSING,
        () ->
            clinic.as(
                clinic.registrar, () -> clinic.bean(TeamDesk.class).propose(id, without(1), " ")));
    String alone = treatment.open(accounts(1));
    treatment.authorise(alone);
    refused(
        ErrorCode.NOBODY_LEFT,
        () ->
            clinic.as(
                clinic.registrar,
                () -> clinic.bean(TeamDesk.class).propose(alone, without(1), REASON)));
    assertThat(treatment.episode(id).changes()).isEmpty();
  }

  @Test
  void propose_shouldBeDenied_whenTheDoctorDoesNotLeadTheTeam() throws Exception {
    refused(ErrorCode.ACCESS_DENIED, () -> propose(treatment.doctor(2), without(1)));
    refused(ErrorCode.ACCESS_DENIED, () -> propose(treatment.doctor(4), without(1)));
    assertThatThrownBy(() -> propose(clinic.administrator, without(1)))
        .isInstanceOf(EJBAccessException.class);
    assertThat(led(1)).extracting(EpisodeView::id).containsExactly(id);
    assertThat(led(2)).isEmpty();
    clinic.as(
        clinic.patient, () -> clinic.bean(MyTreatments.class).withdraw(id, 1, Clinic.PASSWORD));
    refused(ErrorCode.ACCESS_DENIED, () -> propose(treatment.doctor(1), without(2)));
    assertThat(led(1)).isEmpty();
  }

  private List<EpisodeView> led(int doctor) throws Exception {
    return clinic.as(treatment.doctor(doctor), () -> clinic.bean(TeamDesk.class).led());
  }

  @Test
  void turn_shouldGoOnAsItWas_whenTheChainRefusedTheChange() throws Exception {
    treatment.sign(id, 1, "one");
    propose(clinic.registrar, without(2));
    agreeOnly();
    LedgerRecord record = LedgerRecord.decode(lastSubmitted());
    clinic.container.inTransaction(
        () -> clinic.bean(TeamChanges.class).onRejected(record, "EXPELLED"));
    treatment.read(id, 2);
    assertThat(treatment.episode(id).refusals())
        .extracting(RefusalView::kind, RefusalView::reason)
        .containsExactly(tuple("TEAM_CHANGED", "EXPELLED"));
    assertThat(treatment.episode(id).changes())
        .extracting(TeamChangeView::state)
        .containsExactly("REJECTED");
  }

  private byte[] lastSubmitted() {
    clinic.wire.heldBack.add("ledger.receipt");
    clinic.wire.deliverAll();
    List<byte[]> submitted = clinic.wire.payloads("ledger.submit");
    return submitted.get(submitted.size() - 1);
  }

  /** The true signature of the doctor left out, and turns of the old team, are of no use. */
  @Test
  void messages_shouldBeRejectedOrIgnored_whenTheyAreOfTheOldTeam() throws Exception {
    treatment.sign(id, 1, "one");
    treatment.sign(id, 2, "two");
    List<SignedPart> old = parts();
    treatment.sendBack(id, 3, 2, "again");
    propose(clinic.registrar, without(2));
    agree();
    int next = treatment.read(id, 3).step() + 1;
    send(new TurnMessage(ByteString.ofHex(id), 1, next, 3, old));
    rejectedAs(PartFault.WRONG_STEP);
    send(new TurnMessage(ByteString.ofHex(id), 2, next, 3, old));
    rejectedAs(PartFault.WRONG_ORDER);
    clinic.wire.rejected.clear();
    EpisodeView before = treatment.episode(id);
    clinic.wire.repeatAllBackwards();
    assertThat(treatment.episode(id))
        .usingRecursiveComparison()
        .ignoringFields("refusals")
        .isEqualTo(before);
    assertThat(treatment.inbox(2)).isEmpty();
    treatment.sign(id, 3, "three");
    assertThat(treatment.episode(id).state()).isEqualTo("FINAL");
  }

  /** Two teams: the key that the doctor left out still has opens nothing that came after. */
  @Test
  void text_shouldBeUnderANewKey_whenTheTeamHasChanged() throws Exception {
    leaveOutTheSecond();
    treatment.sign(id, 3, "three");
    assertThat(treatment.count("select epoch from team_part where place = 1")).isEqualTo(1);
    assertThat(treatment.count("select epoch from team_part where place = 2")).isEqualTo(2);
    List<byte[]> invitations = clinic.wire.payloads(InvitationMessage.TYPE);
    assertThat(invitations)
        .extracting(payload -> InvitationMessage.decode(payload).epoch())
        .containsExactly(1, 1, 1, 2, 2);
  }

  private List<SignedPart> parts() {
    return clinic.container.transaction(
        () -> clinic.bean(EpisodeStore.class).parts(id).stream().map(HandOver::of).toList());
  }

  private void send(TurnMessage message) {
    clinic.container.inTransaction(
        () ->
            clinic
                .bean(Post.class)
                .send(
                    Clinic.HOSPITAL,
                    Clinic.HOSPITAL,
                    TurnMessage.TYPE,
                    message.encode(),
                    Optional.empty()));
    clinic.wire.deliverAll();
  }

  private void rejectedAs(PartFault fault) throws Exception {
    assertThat(clinic.wire.rejected).last().asString().endsWith(fault.name());
    assertThat(treatment.episode(id).refusals())
        .extracting(RefusalView::reason)
        .endsWith(fault.name());
  }

  private List<RecordType> onChain() {
    return clinic
        .bean(Chains.class)
        .recordsOf(Clinic.HOSPITAL.value(), RecordId.of(ByteString.ofHex(id).bytes()))
        .stream()
        .map(found -> found.record().type())
        .toList();
  }

  private static void refused(ErrorCode code, ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            RefusedException.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
