package org.epione.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.identity.RecordId;
import org.epione.ledger.connector.Chains;
import org.epione.ledger.record.RecordType;
import org.epione.record.boundary.MyRecords;
import org.epione.record.boundary.OpeningView;
import org.epione.record.boundary.RecordView;
import org.epione.team.boundary.DoctorChoice;
import org.epione.team.boundary.EpisodeDesk;
import org.epione.team.boundary.EpisodeView;
import org.epione.team.boundary.MemberView;
import org.epione.team.boundary.MyTreatments;
import org.epione.team.boundary.TurnView;
import org.epione.team.boundary.Turns;
import org.epione.team.boundary.VoidPartView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The whole way from the registrar to the patient's own reading, with real keys, chain and files.
 */
class TeamPathTest {

  @TempDir private Path home;

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 8})
  void path_shouldEndWithAReadableRecord_whenEverybodyDoesTheirPart(int size) throws Exception {
    try (Clinic clinic = new Clinic(home, size)) {
      Treatment treatment = new Treatment(clinic);
      String id = treatment.open();
      treatment.authorise(id);
      for (int place = 1; place <= size; place++) {
        TurnView turn = treatment.read(id, place);
        assertThat(turn.before())
            .extracting(part -> part.text())
            .containsExactlyElementsOf(treatment.texts(place - 1));
        assertThat(turn.last()).isEqualTo(place == size);
        treatment.sign(id, place, "finding " + place);
      }
      EpisodeView episode = treatment.episode(id);
      assertThat(episode.state()).isEqualTo("FINAL");
      assertThat(episode.team()).extracting(MemberView::confirmed).containsOnly(true);
      assertThat(episode.openedBlock()).isPresent();
      assertThat(episode.diagnosisBlock()).isPresent();
      assertThat(episode.storedBlock()).isPresent();
      assertThat(
              clinic
                  .bean(Chains.class)
                  .recordsOf(Clinic.HOSPITAL.value(), RecordId.of(ByteString.ofHex(id).bytes())))
          .extracting(found -> found.record().type())
          .containsExactly(RecordType.EPISODE_OPENED, RecordType.DIAGNOSIS, RecordType.STORED);
      RecordView record = treatment.readAsPatient(id);
      assertThat(record.entries())
          .extracting(RecordView.EntryView::text)
          .containsExactlyElementsOf(treatment.texts(size));
      assertThat(record.complaint()).isEqualTo("cough for three weeks");
      assertThat(clinic.wire.rejected).isEmpty();
    }
  }

  @Test
  void path_shouldEndTheSame_whenEveryMessageComesTwiceAndAllOldOnesAgainBackwards()
      throws Exception {
    try (Clinic clinic = new Clinic(home, 3)) {
      clinic.wire.copies = 2;
      Treatment treatment = new Treatment(clinic);
      String id = treatment.open();
      treatment.authorise(id);
      for (int place = 1; place <= 3; place++) {
        treatment.sign(id, place, "finding " + place);
        clinic.wire.repeatAllBackwards();
      }
      EpisodeView episode = treatment.episode(id);
      assertThat(episode.state()).isEqualTo("FINAL");
      assertThat(episode.refusals()).isEmpty();
      assertThat(
              clinic
                  .bean(Chains.class)
                  .recordsOf(Clinic.HOSPITAL.value(), RecordId.of(ByteString.ofHex(id).bytes())))
          .hasSize(3);
      assertThat(treatment.readAsPatient(id).entries()).hasSize(3);
    }
  }

  @Test
  void groupKey_shouldBeGone_whenTheRecordIsFinal() throws Exception {
    try (Clinic clinic = new Clinic(home, 2)) {
      Treatment treatment = new Treatment(clinic);
      String id = treatment.open();
      treatment.authorise(id);
      assertThat(
              treatment.count("select count(*) from team_member where sealed_briefing is not null"))
          .isEqualTo(2);
      treatment.sign(id, 1, "one");
      treatment.sign(id, 2, "two");
      assertThat(treatment.episode(id).state()).isEqualTo("FINAL");
      assertThat(
              treatment.count("select count(*) from team_member where sealed_briefing is not null"))
          .isZero();
      assertThat(treatment.count("select count(*) from team_part where sealed_text is not null"))
          .isZero();
    }
  }

  @Test
  void sendBack_shouldLetTheDoctorBeforeSignAgain() throws Exception {
    try (Clinic clinic = new Clinic(home, 2)) {
      Treatment treatment = new Treatment(clinic);
      String id = treatment.open();
      treatment.authorise(id);
      treatment.sign(id, 1, "wrong side");
      treatment.sendBack(id, 2, "left, not right?");
      TurnView again = treatment.read(id, 1);
      assertThat(again.cameBackBecause()).contains("left, not right?");
      assertThat(again.draft()).isEqualTo("wrong side");
      treatment.sign(id, 1, "right side");
      assertThat(treatment.read(id, 2).before())
          .extracting(part -> part.text())
          .containsExactly("right side");
      treatment.sign(id, 2, "agreed");
      assertThat(treatment.readAsPatient(id).entries())
          .extracting(RecordView.EntryView::text)
          .containsExactly("right side", "agreed");
      assertThat(treatment.episode(id).returned()).isEqualTo(1);
    }
  }

  @Test
  void sendBack_shouldMakeAllFromThereOnVoid_whenItGoesToAnEarlierDoctor() throws Exception {
    try (Clinic clinic = new Clinic(home, 3)) {
      Treatment treatment = new Treatment(clinic);
      String id = treatment.open();
      treatment.authorise(id);
      treatment.sign(id, 1, "one");
      treatment.sign(id, 2, "two");
      treatment.sendBack(id, 3, 1, "which side?");
      assertThat(treatment.inbox(2)).isEmpty();
      assertThat(treatment.inbox(3)).isEmpty();
      TurnView again = treatment.read(id, 1);
      assertThat(again.cameBackBecause()).contains("which side?");
      assertThat(again.draft()).isEqualTo("one");
      assertThat(again.voidParts())
          .extracting(VoidPartView::place, VoidPartView::doctor, VoidPartView::returnedBy)
          .containsExactly(
              tuple(1, "Dr. 1", Optional.of("Dr. 3")), tuple(2, "Dr. 2", Optional.of("Dr. 3")));
      treatment.sign(id, 1, "one, left");
      TurnView second = treatment.read(id, 2);
      assertThat(second.cameBackBecause()).isEmpty();
      assertThat(second.draft()).isEqualTo("two");
      treatment.sign(id, 2, "two");
      treatment.sign(id, 3, "three");
      assertThat(treatment.readAsPatient(id).entries())
          .extracting(RecordView.EntryView::text)
          .containsExactly("one, left", "two", "three");
      EpisodeView episode = treatment.episode(id);
      assertThat(episode.returned()).isEqualTo(1);
      assertThat(episode.voidParts()).hasSize(2);
      assertThat(
              treatment.count("select count(*) from team_void_part where sealed_text is not null"))
          .isZero();
    }
  }

  @Test
  void sendBack_shouldStopTheEpisode_whenItWasDoneThreeTimesBefore() throws Exception {
    try (Clinic clinic = new Clinic(home, 2)) {
      Treatment treatment = new Treatment(clinic);
      String id = treatment.open();
      treatment.authorise(id);
      treatment.sign(id, 1, "first");
      for (int i = 1; i <= 3; i++) {
        treatment.sendBack(id, 2, "again");
        treatment.sign(id, 1, "attempt " + i);
      }
      treatment.sendBack(id, 2, "again");
      EpisodeView stopped = treatment.episode(id);
      assertThat(stopped.state()).isEqualTo("STOPPED");
      assertThat(stopped.reason()).contains("RESIGN_LIMIT");
      assertThat(treatment.inbox(1)).isEmpty();
      assertThat(treatment.inbox(2)).isEmpty();
    }
  }

  @Test
  void open_shouldAskForTheCiphertextOnce_whenThePatientReads() throws Exception {
    try (Clinic clinic = new Clinic(home, 1)) {
      Treatment treatment = new Treatment(clinic);
      String id = treatment.open();
      treatment.authorise(id);
      treatment.sign(id, 1, "one");
      MyRecords records = clinic.bean(MyRecords.class);
      OpeningView asked = clinic.as(clinic.patient, () -> records.ask(id));
      OpeningView waiting =
          clinic.as(
              clinic.patient,
              () -> records.read(clinic.patient.keys().orElseThrow(), id, asked.id()));
      assertThat(waiting.record()).isEmpty();
      assertThat(treatment.readAsPatient(id).entries()).hasSize(1);
    }
  }

  @Test
  void inbox_shouldShowAgeAndLateness() throws Exception {
    try (Clinic clinic = new Clinic(home, 1)) {
      Treatment treatment = new Treatment(clinic);
      String id = treatment.open();
      assertThat(treatment.inbox(1)).isEmpty();
      treatment.authorise(id);
      assertThat(treatment.inbox(1))
          .singleElement()
          .satisfies(
              entry -> {
                assertThat(entry.ready()).isTrue();
                assertThat(entry.overdue()).isFalse();
                assertThat(entry.patient()).isEqualTo("Ann Bell");
              });
      clinic.later(Duration.ofHours(25));
      assertThat(treatment.inbox(1)).singleElement().matches(entry -> entry.overdue());
    }
  }

  @Test
  void views_shouldShowEachWhatConcernsThem() throws Exception {
    try (Clinic clinic = new Clinic(home, 2)) {
      Treatment treatment = new Treatment(clinic);
      String id = treatment.open();
      MyTreatments treatments = clinic.bean(MyTreatments.class);
      assertThat(clinic.as(clinic.patient, treatments::waiting)).isEqualTo(1);
      assertThat(clinic.as(clinic.patient, treatments::all))
          .singleElement()
          .satisfies(
              each -> {
                assertThat(each.complaint()).isEqualTo("cough for three weeks");
                assertThat(each.team())
                    .extracting(MemberView::doctor)
                    .containsExactly("Dr. 1", "Dr. 2");
                assertThat(each.warrants()).isEmpty();
              });
      treatment.authorise(id);
      assertThat(clinic.as(clinic.patient, treatments::waiting)).isZero();
      EpisodeDesk desk = clinic.bean(EpisodeDesk.class);
      assertThat(clinic.as(clinic.registrar, desk::doctors))
          .extracting(DoctorChoice::name, DoctorChoice::credit)
          .containsExactly(tuple("Dr. 1", 100), tuple("Dr. 2", 100));
      assertThat(clinic.as(clinic.administrator, desk::episodes))
          .singleElement()
          .satisfies(
              row -> {
                assertThat(row.patient()).isEqualTo("Ann Bell");
                assertThat(row.state()).isEqualTo("IN_TREATMENT");
                assertThat(row.signed()).isZero();
              });
      assertThat(clinic.as(clinic.administrator, () -> desk.episode(id)).team()).hasSize(2);
      treatment.sign(id, 1, "one");
      treatment.sign(id, 2, "two");
      assertThat(clinic.as(clinic.patient, clinic.bean(MyRecords.class)::all))
          .singleElement()
          .satisfies(row -> assertThat(row.state()).isEqualTo("FINAL"));
      assertThat(clinic.as(clinic.doctors.get(0), clinic.bean(Turns.class)::waiting)).isZero();
    }
  }

  @Test
  void decline_shouldEndTheEpisode() throws Exception {
    try (Clinic clinic = new Clinic(home, 1)) {
      Treatment treatment = new Treatment(clinic);
      String id = treatment.open();
      treatment.decline(id);
      assertThat(treatment.episode(id).state()).isEqualTo("DECLINED");
    }
  }
}
