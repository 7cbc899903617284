package org.epione.team.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.epione.crypto.hybrid.DecryptionFailedException;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.record.boundary.Composition;
import org.epione.record.boundary.RecordView;
import org.epione.team.Clinic;
import org.epione.team.Treatment;
import org.epione.team.boundary.EpisodeDesk;
import org.epione.team.boundary.EpisodeView;
import org.epione.team.boundary.MemberView;
import org.epione.team.boundary.MyTreatments;
import org.epione.team.boundary.PassOnEntry;
import org.epione.team.boundary.TeamDesk;
import org.epione.team.boundary.TeamEdit;
import org.epione.team.boundary.Turns;
import org.epione.team.boundary.WarrantView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A doctor comes into a team that works, in the place of another or besides. */
class TeamReplacementTest {

  @TempDir private Path home;
  private Clinic clinic;
  private Treatment treatment;
  private String id;

  @BeforeEach
  void open() throws Exception {
    clinic = new Clinic(home, 4);
    treatment = new Treatment(clinic);
    id =
        treatment.open(
            clinic.doctors.subList(0, 3).stream().map(each -> each.account().toString()).toList());
    treatment.authorise(id);
  }

  @AfterEach
  void close() {
    clinic.close();
  }

  private TeamEdit put(int place, boolean leaveOut, int doctor) {
    return new TeamEdit(
        place, leaveOut, Optional.of(treatment.doctor(doctor).account().toString()));
  }

  private void change(TeamEdit edit) throws Exception {
    treatment.propose(clinic.registrar, id, edit, "needed");
    treatment.agree(id);
  }

  private void passOn(int doctor) throws Exception {
    clinic.as(
        treatment.doctor(doctor),
        () -> {
          clinic.bean(Turns.class).passOn(treatment.keys(doctor), id);
          return null;
        });
  }

  private List<PassOnEntry> due(int doctor) throws Exception {
    return clinic.as(treatment.doctor(doctor), () -> clinic.bean(Turns.class).toPassOn());
  }

  @Test
  void newDoctor_shouldSignAtThePlace_whenAnotherWasReplaced() throws Exception {
    treatment.sign(id, 1, "one");
    change(put(2, true, 4));
    assertThat(treatment.episode(id).team())
        .extracting(MemberView::doctor)
        .containsExactly("Dr. 1", "Dr. 4", "Dr. 3");
    refused(ErrorCode.NOT_PASSED_ON, () -> treatment.read(id, 4));
    assertThat(due(1)).extracting(PassOnEntry::doctors).containsExactly(List.of("Dr. 4"));
    assertThat(due(4)).isEmpty();
    passOn(1);
    assertThat(due(1)).isEmpty();
    assertThat(treatment.read(id, 4).before())
        .extracting(part -> part.text())
        .containsExactly("one");
    treatment.sign(id, 4, "four");
    treatment.sign(id, 3, "three");

    assertThat(treatment.episode(id).state()).isEqualTo("FINAL");
    RecordView record = treatment.readAsPatient(id);
    assertThat(record.entries())
        .extracting(RecordView.EntryView::author, RecordView.EntryView::text)
        .containsExactly(tuple("Dr. 1", "one"), tuple("Dr. 4", "four"), tuple("Dr. 3", "three"));
    assertThat(record.leftOut())
        .extracting(Composition.LeftOut::authorName)
        .containsExactly("Dr. 2");
  }

  @Test
  void newDoctor_shouldSignBesides_whenAdded() throws Exception {
    change(put(4, false, 4));
    treatment.sign(id, 1, "one");
    treatment.sign(id, 2, "two");
    treatment.sign(id, 3, "three");
    treatment.sign(id, 4, "four");

    assertThat(treatment.episode(id).state()).isEqualTo("FINAL");
    assertThat(treatment.readAsPatient(id).entries()).hasSize(4);
    assertThat(treatment.readAsPatient(id).leftOut()).isEmpty();
  }

  @Test
  void texts_shouldStayReadable_whenTheTeamChangesTwiceAndIsReturned() throws Exception {
    treatment.sign(id, 1, "one");
    change(put(2, true, 4));
    passOn(1);
    treatment.sign(id, 4, "four");
    change(put(3, true, 2));
    passOn(4);
    assertThat(treatment.read(id, 2).before())
        .extracting(part -> part.text())
        .containsExactly("one", "four");
    treatment.sendBack(id, 2, 2, "again");
    assertThat(treatment.read(id, 4).draft()).isEqualTo("four");
    treatment.sign(id, 4, "four again");
    treatment.sign(id, 2, "two");
    assertThat(treatment.episode(id).state()).isEqualTo("FINAL");
  }

  @Test
  void episode_shouldGoOn_whenTheWarrantWasWithdrawnAndTheDoctorReplaced() throws Exception {
    treatment.sign(id, 1, "one");
    clinic.as(
        clinic.patient, () -> clinic.bean(MyTreatments.class).withdraw(id, 2, Clinic.PASSWORD));
    clinic.wire.deliverAll();
    refused(ErrorCode.WARRANT_WITHDRAWN, () -> treatment.read(id, 2));
    change(put(2, true, 4));
    assertThat(treatment.episode(id).needsFollowUp()).isFalse();
    passOn(1);
    treatment.sign(id, 4, "four");
    treatment.sign(id, 3, "three");
    assertThat(treatment.episode(id).state()).isEqualTo("FINAL");
    assertThat(
            clinic
                .as(clinic.patient, () -> clinic.bean(MyTreatments.class).all())
                .get(0)
                .warrants())
        .extracting(WarrantView::doctor)
        .containsExactly("Dr. 1", "Dr. 4", "Dr. 3");
  }

  @Test
  void propose_shouldBeRefused_whenTheDoctorCannotComeIn() throws Exception {
    refused(ErrorCode.TEAM_INVALID, () -> change(put(2, true, 3)));
    refused(ErrorCode.TEAM_INVALID, () -> change(new TeamEdit(2, false, Optional.empty())));
    refused(ErrorCode.TEAM_INVALID, () -> change(new TeamEdit(2, true, Optional.of("nobody"))));
    treatment.sign(id, 1, "one");
    refused(ErrorCode.CHANGE_MOVED_ON, () -> change(put(1, true, 4)));
    assertThat(
            clinic.as(clinic.registrar, () -> clinic.bean(TeamDesk.class).doctors(id)).stream()
                .map(each -> each.name())
                .collect(Collectors.toSet()))
        .isEqualTo(Set.of("Dr. 4"));
  }

  /** Who was replaced has the old key and a true place of the old team; neither is of use. */
  @Test
  void doctorReplaced_shouldNeitherReadSignNorPassOn() throws Exception {
    treatment.sign(id, 1, "one");
    change(put(2, true, 4));
    refused(ErrorCode.LEFT_OUT, () -> treatment.read(id, 2));
    refused(ErrorCode.LEFT_OUT, () -> treatment.signOnly(id, 2, "late"));
    refused(ErrorCode.LEFT_OUT, () -> passOn(2));
    assertThat(due(2)).isEmpty();
    passOn(3);
    treatment.sign(id, 4, "four");
    byte[] sealed = part(2);
    assertThat(treatment.count("select count(*) from team_part where epoch = 2")).isEqualTo(2);
    // Her own old briefing opens the old key, under which nothing new stands.
    clinic.container.inTransaction(
        () -> {
          EpisodeStore episodes = clinic.bean(EpisodeStore.class);
          var episode = episodes.find(id).orElseThrow();
          var old = episodes.places(id, treatment.doctor(2).account().toString()).get(0);
          assertThatThrownBy(
                  () ->
                      clinic
                          .bean(Briefings.class)
                          .open(treatment.keys(2), episode, old)
                          .key()
                          .openContribution(2, sealed))
              .isInstanceOf(DecryptionFailedException.class);
        });
  }

  private byte[] part(int place) {
    return clinic.container.transaction(
        () -> clinic.bean(EpisodeStore.class).parts(id).get(place - 1).sealedText().orElseThrow());
  }

  @Test
  void agreement_shouldBeDenied_whenItIsAnothersEpisode() throws Exception {
    treatment.propose(clinic.registrar, id, put(2, true, 4), "needed");
    Clinic.Person stranger =
        new Clinic.Person(
            treatment.doctor(4).account(), "Mallory", clinic.patient.role(), Optional.empty());
    refused(
        ErrorCode.ACCESS_DENIED,
        () ->
            clinic.as(
                stranger,
                () -> clinic.bean(MyTreatments.class).agreeToChange(id, Clinic.PASSWORD)));
    assertThat(treatment.episode(id).changes()).singleElement().matches(each -> each.open());
  }

  @Test
  void handOver_shouldEndTheProposal_whenAnotherEpisodeFollows() throws Exception {
    treatment.propose(clinic.registrar, id, put(2, true, 4), "needed");
    clinic.later(Duration.ofDays(31));
    List<String> one = List.of(treatment.doctor(1).account().toString());
    EpisodeView next =
        clinic.as(clinic.registrar, () -> clinic.bean(EpisodeDesk.class).followUp(id, one));
    assertThat(next.state()).isEqualTo("AWAITING_WARRANTS");
    assertThat(treatment.episode(id).changes())
        .extracting(each -> each.state())
        .containsExactly("LAPSED");
  }

  private static void refused(ErrorCode code, ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            RefusedException.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
