package org.epione.opinion.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.epione.access.boundary.AccessEntry;
import org.epione.access.boundary.AccessHistory;
import org.epione.access.boundary.Act;
import org.epione.access.boundary.Decision;
import org.epione.access.boundary.SubjectKind;
import org.epione.crypto.identity.RecordId;
import org.epione.ledger.connector.Chains;
import org.epione.ledger.identity.Pid;
import org.epione.ledger.record.RecordType;
import org.epione.opinion.Visiting;
import org.epione.opinion.boundary.OpinionCaseView;
import org.epione.opinion.boundary.OpinionDesk;
import org.epione.opinion.boundary.VisitView;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.record.boundary.RecordView;
import org.epione.team.Clinic;
import org.epione.team.Treatment;
import org.epione.team.boundary.DoctorChoice;
import org.epione.team.boundary.EpisodeDirectory;
import org.epione.team.boundary.Loss;
import org.epione.team.boundary.MemberView;
import org.epione.team.boundary.PartView;
import org.epione.team.boundary.TeamDesk;
import org.epione.team.boundary.TeamEdit;
import org.epione.team.boundary.TurnView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** A doctor of another hospital gives her opinion within a team, staying where she is. */
class OpinionTest {

  private static final String NAME = "Dr. Clark (HOSPITAL-B)";

  @TempDir private Path home;
  private Clinic clinic;
  private Visiting visiting;
  private Treatment treatment;
  private String id;

  @BeforeEach
  void open() throws Exception {
    clinic = new Clinic(home, 3);
    visiting = new Visiting(clinic);
    treatment = visiting.treatment();
    id = visiting.id();
  }

  @AfterEach
  void close() {
    clinic.close();
  }

  private static void refused(ErrorCode code, Executable act) {
    assertThatThrownBy(act::execute)
        .isInstanceOf(RefusedException.class)
        .extracting(thrown -> ((RefusedException) thrown).code())
        .isEqualTo(code);
  }

  private long atTheNeighbour(String what) throws Exception {
    return treatment.count("select count(*) from opinion_turn where " + what);
  }

  @Test
  void record_shouldBeFinal_whenTheDoctorBetweenIsOfAnotherHospital() throws Exception {
    visiting.ask("dr. CLARK");
    assertThat(visiting.asked(visiting.visitor))
        .extracting(OpinionCaseView::question, OpinionCaseView::hospital)
        .containsExactly(tuple(Visiting.QUESTION, "HOSPITAL-A"));
    assertThat(visiting.asked(visiting.colleague)).isEmpty();
    visiting.accept();
    assertThat(visiting.state()).isEqualTo("ACCEPTED");
    visiting.propose(2);
    treatment.agree(id);
    assertThat(treatment.episode(id).team())
        .extracting(MemberView::place, MemberView::doctor, MemberView::hasTurn)
        .containsExactly(tuple(1, "Dr. 1", true), tuple(2, NAME, false), tuple(3, "Dr. 2", false));
    treatment.sign(id, 1, "one");
    VisitView turn = visiting.read();
    assertThat(turn.before()).extracting(PartView::text).containsExactly("one");
    assertThat(turn.order()).containsExactly("Dr. 1", NAME, "Dr. 2");
    visiting.sign("I would wait.");
    TurnView last = treatment.read(id, 2);
    assertThat(last.before()).extracting(PartView::text).containsExactly("one", "I would wait.");
    assertThat(last.team()).extracting(MemberView::confirmed).containsExactly(true, true, true);
    treatment.sign(id, 2, "three");

    assertThat(treatment.episode(id).state()).isEqualTo("FINAL");
    RecordView record = treatment.readAsPatient(id);
    assertThat(record.entries())
        .extracting(RecordView.EntryView::author, RecordView.EntryView::text)
        .containsExactly(
            tuple("Dr. 1", "one"), tuple(NAME, "I would wait."), tuple("Dr. 2", "three"));
    assertThat(onChain())
        .containsExactly(
            RecordType.EPISODE_OPENED,
            RecordType.OPINION_ACCEPTED,
            RecordType.TEAM_CHANGED,
            RecordType.DIAGNOSIS,
            RecordType.STORED);
    assertThat(visiting.state()).isEqualTo("OVER");
    assertThat(atTheNeighbour("message is not null or sealed_draft is not null")).isZero();
    assertThat(
            treatment.count("select count(*) from opinion_case where sealed_question is not null"))
        .isZero();
  }

  private List<RecordType> onChain() {
    return clinic.bean(Chains.class).recordsOf(Clinic.HOSPITAL.value(), RecordId.ofHex(id)).stream()
        .map(found -> found.record().type())
        .toList();
  }

  @Test
  void visitor_shouldNotLearnWhoThePatientIs_whenSheReads() throws Exception {
    visiting.reach();
    VisitView turn = visiting.read();
    assertThat(turn.patient().name()).isEqualTo(treatment.episode(id).reference());
    assertThat(turn.patient().birthDate()).isEqualTo("1970");
    assertThat(turn.patient().complaint()).isEqualTo("cough for three weeks");
  }

  @Test
  void everything_shouldHappenOnce_whenEachMessageArrivesTwiceAndAllAgain() throws Exception {
    clinic.wire.copies = 2;
    visiting.reach();
    visiting.sign("two");
    clinic.wire.repeatAllBackwards();
    assertThat(treatment.read(id, 2).before())
        .extracting(PartView::text)
        .containsExactly("one", "two");
    assertThat(visiting.turns()).isEmpty();
    treatment.sign(id, 2, "three");
    clinic.wire.repeatAllBackwards();
    assertThat(treatment.episode(id).state()).isEqualTo("FINAL");
    assertThat(treatment.count("select count(*) from opinion_turn")).isOne();
    assertThat(visiting.state()).isEqualTo("OVER");
  }

  @Test
  void visitor_shouldWaitForTheOldTexts_whenSheComesAfterThem() throws Exception {
    treatment.sign(id, 1, "one");
    visiting.join();
    assertThat(visiting.turns()).isEmpty();
    visiting.passOn();
    assertThat(visiting.read().before()).extracting(PartView::text).containsExactly("one");
    visiting.sign("two");
    treatment.sign(id, 2, "three");
    assertThat(treatment.episode(id).state()).isEqualTo("FINAL");
  }

  @Test
  void visitor_shouldSendBack_andGetItAgain() throws Exception {
    visiting.reach();
    visiting.sendBack("which side?");
    assertThat(treatment.read(id, 1).cameBackBecause()).contains("which side?");
    treatment.sign(id, 1, "one, left");
    assertThat(visiting.read().before()).extracting(PartView::text).containsExactly("one, left");
    visiting.sign("two");
    treatment.sendBack(id, 2, 2, "too short");
    VisitView again = visiting.read();
    assertThat(again.cameBackBecause()).contains("too short");
    assertThat(again.text()).isEqualTo("two");
    visiting.sign("two, at length");
    treatment.sign(id, 2, "three");
    assertThat(treatment.readAsPatient(id).entries())
        .extracting(RecordView.EntryView::text)
        .containsExactly("one, left", "two, at length", "three");
  }

  @Test
  void question_shouldBeRefused_whenItNamesNoEpisode() {
    for (String name : List.of("00".repeat(16), "no hexadecimal")) {
      refused(
          ErrorCode.NOT_FOUND,
          () ->
              clinic.as(
                  clinic.registrar,
                  () -> {
                    clinic.bean(OpinionDesk.class).takeBack(name, "question");
                    return null;
                  }));
    }
  }

  @Test
  void question_shouldEndWithoutHarm_whenNobodyIsThereOrSheDeclinesOrItIsTakenBack()
      throws Exception {
    visiting.ask("Dr. Nobody");
    assertThat(visiting.state()).isEqualTo("UNKNOWN");
    visiting.ask("Clark");
    refused(ErrorCode.OPINION_ASKED, () -> visiting.ask("Davis"));
    visiting.decline(visiting.asked(visiting.visitor).get(0).id());
    assertThat(visiting.state()).isEqualTo("DECLINED");
    visiting.ask("Clark");
    clinic.as(
        treatment.doctor(1),
        () -> {
          String last = visiting.requests().get(2).id();
          clinic.bean(OpinionDesk.class).takeBack(id, last);
          return null;
        });
    // Her answer crosses the news that it was taken back.
    visiting.acceptOnly();
    clinic.wire.deliverAll();
    assertThat(visiting.state()).isEqualTo("TAKEN_BACK");
    assertThat(choices()).doesNotContain(NAME);
    assertThat(treatment.count("select count(*) from opinion_case where state <> 'OVER'"))
        .isEqualTo(1);
  }

  private List<String> choices() throws Exception {
    return clinic.as(treatment.doctor(1), () -> clinic.bean(TeamDesk.class).doctors(id)).stream()
        .map(DoctorChoice::name)
        .toList();
  }

  @Test
  void visitor_shouldComeAgain_whenSheWasLeftOutAndIsAskedAnew() throws Exception {
    visiting.reach();
    treatment.propose(
        treatment.doctor(1), id, new TeamEdit(2, true, Optional.empty()), "not needed now");
    treatment.agree(id);
    visiting.join();
    visiting.passOn();
    visiting.sign("after all");
    treatment.sign(id, 2, "three");
    assertThat(treatment.episode(id).state()).isEqualTo("FINAL");
    assertThat(visiting.requests())
        .extracting(each -> each.state())
        .containsExactly("OVER", "OVER");
  }

  @Test
  void proposal_shouldBeRefused_whenTheVisitorWouldBeginOrEnd() throws Exception {
    visiting.ask("Clark");
    visiting.accept();
    refused(ErrorCode.VISITOR_PLACE, () -> visiting.propose(1));
    refused(ErrorCode.VISITOR_PLACE, () -> visiting.propose(3));
    visiting.propose(2);
    treatment.agree(id);
    TeamEdit last = new TeamEdit(3, true, Optional.empty());
    refused(ErrorCode.VISITOR_PLACE, () -> treatment.propose(clinic.registrar, id, last, "away"));
  }

  @Test
  void team_shouldGoOn_whenTheVisitorGivesUpAndIsReplaced() throws Exception {
    visiting.reach();
    String question = visiting.turns().get(0).id();
    visiting.decline(question);
    assertThat(visiting.turns()).isEmpty();
    assertThat(atTheNeighbour("message is not null")).isZero();
    assertThat(treatment.episode(id).team().get(1).lost()).contains(Loss.GAVE_UP);
    assertThat(visiting.state()).isEqualTo("GIVEN_UP");
    treatment.propose(
        treatment.doctor(1), id, new TeamEdit(2, true, Optional.empty()), "she cannot");
    treatment.agree(id);
    treatment.sign(id, 2, "two");
    assertThat(treatment.episode(id).state()).isEqualTo("FINAL");
  }

  @Test
  void turn_shouldEndThere_whenTheTeamChangesWithoutHerWhileHerHospitalIsAway() throws Exception {
    visiting.reach();
    clinic.later(Duration.ofMinutes(5));
    treatment.propose(
        treatment.doctor(1), id, new TeamEdit(2, true, Optional.empty()), "no answer");
    treatment.agree(id);
    assertThat(visiting.turns()).isEmpty();
    assertThat(atTheNeighbour("message is not null")).isZero();
    assertThat(visiting.state()).isEqualTo("OVER");
    treatment.sign(id, 2, "two");
    assertThat(treatment.episode(id).state()).isEqualTo("FINAL");
  }

  @Test
  void turn_shouldComeAnew_whenTheTeamChangesAroundHer() throws Exception {
    visiting.reach();
    String third = treatment.doctor(3).account().toString();
    treatment.propose(
        treatment.doctor(1), id, new TeamEdit(3, true, Optional.of(third)), "on leave");
    treatment.agree(id);
    assertThat(visiting.turns()).isEmpty();
    visiting.passOn();
    assertThat(visiting.read().order()).containsExactly("Dr. 1", NAME, "Dr. 3");
    visiting.sign("two");
    treatment.sign(id, 3, "three");
    assertThat(treatment.episode(id).state()).isEqualTo("FINAL");
    assertThat(treatment.count("select count(*) from opinion_turn where state = 'OVER'")).isOne();
  }

  @Test
  void accesses_shouldBeRecordedHere_whenSheReadsAndSigns() throws Exception {
    visiting.reach();
    visiting.sign("two");
    List<AccessEntry> entries =
        clinic
            .bean(AccessHistory.class)
            .byOthers(clinic.patient.account(), SubjectKind.EPISODE, List.of(id), Clinic.HOSPITAL);
    List<AccessEntry> hers =
        entries.stream().filter(each -> each.party().equals(Clinic.NEIGHBOUR)).toList();
    assertThat(hers)
        .extracting(AccessEntry::act, AccessEntry::decision)
        .containsExactlyInAnyOrder(
            tuple(Act.READ_TURN, Decision.PERMIT), tuple(Act.WRITE_DIAGNOSIS, Decision.PERMIT));
    assertThat(clinic.bean(EpisodeDirectory.class).visitor(hers.get(0).account())).contains(NAME);
  }

  @Test
  void credit_shouldBeTheLastDoctors_whenTheRecordIsAccepted() throws Exception {
    visiting.reach();
    visiting.sign("two");
    Pid visitor = clinic.certificate(visiting.visitor).pid();
    int before = points(visitor);
    treatment.sign(id, 2, "three");
    assertThat(points(visitor)).isEqualTo(before);
  }

  private int points(Pid doctor) {
    return clinic
        .bean(Chains.class)
        .state(Clinic.HOSPITAL.value())
        .credit()
        .of(doctor)
        .orElseThrow()
        .points();
  }
}
