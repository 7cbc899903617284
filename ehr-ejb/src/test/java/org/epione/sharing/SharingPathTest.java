package org.epione.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.epione.crypto.identity.RecordId;
import org.epione.ledger.connector.Chains;
import org.epione.ledger.record.RecordType;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.sharing.boundary.CaseView;
import org.epione.sharing.boundary.InquiryView;
import org.epione.sharing.boundary.ReadingView;
import org.epione.sharing.boundary.RefusalReason;
import org.epione.sharing.boundary.RequestView;
import org.epione.sharing.boundary.SharedRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SharingPathTest {

  private World world;
  private FinishedEpisode episode;
  private Steps steps;

  @BeforeEach
  void start() throws Exception {
    world = new World();
    episode = FinishedEpisode.make(world, "Angina suspected.", "Confirmed; started therapy.");
    steps = new Steps(world);
  }

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void read_shouldShowTheRecord_whenEveryoneAgreed() throws Exception {
    String request = steps.ask(episode);
    InquiryView inquiry = steps.waiting();
    assertThat(inquiry.doctorName()).isEqualTo("Dr. Clark");
    assertThat(inquiry.hospitalName()).isEqualTo("Party HOSPITAL-B");
    assertThat(inquiry.specialty()).isEqualTo("Cardiology");
    assertThat(inquiry.standing().good()).isTrue();
    assertThat(inquiry.standing().credit()).contains(100);
    assertThat(inquiry.reference()).isEqualTo(episode.reference());

    steps.consent(request);
    CaseView waiting = steps.onlyCase();
    assertThat(waiting.state()).isEqualTo("WAITING");
    assertThat(waiting.asking().good()).isTrue();
    assertThat(waiting.keepingCertified()).isTrue();

    steps.issue();
    RequestView ready = steps.request(request);
    assertThat(ready.state()).isEqualTo("READY");
    assertThat(ready.readable()).isTrue();

    ReadingView reading = steps.read(request);
    assertThat(reading.state()).isEqualTo("DELIVERED");
    SharedRecord shared = steps.open(reading);
    assertThat(shared.verified()).isTrue();
    assertThat(shared.complaint()).isEqualTo("Chest pain since this morning");
    assertThat(shared.parts())
        .extracting(SharedRecord.Part::author, SharedRecord.Part::text)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("Dr. Adams", "Angina suspected."),
            org.assertj.core.groups.Tuple.tuple("Dr. Baker", "Confirmed; started therapy."));
    assertThat(world.delivery.rejected()).isEmpty();
  }

  @Test
  void path_shouldLeaveEachActOnTheChain_inOrder() throws Exception {
    steps.readyToRead(episode);
    steps.read(steps.onlyRequest().id());

    assertThat(typesOnChain())
        .containsExactly(
            RecordType.EPISODE_OPENED,
            RecordType.DIAGNOSIS,
            RecordType.STORED,
            RecordType.ACCESS_REQUESTED,
            RecordType.CONSENT_GIVEN,
            RecordType.RE_ENCRYPTION_KEY_ISSUED,
            RecordType.RECORD_READ);
  }

  @Test
  void decided_shouldShowWhoRead_fromTheChain() throws Exception {
    String request = steps.readyToRead(episode);
    steps.read(request);
    world.later(Duration.ofMinutes(1));
    steps.read(request);

    InquiryView granted = steps.decided();
    assertThat(granted.active()).isTrue();
    assertThat(granted.readings()).hasSize(2);
    assertThat(granted.readings()).allMatch(each -> each.allowed());
    assertThat(granted.readings().get(0).doctorName()).isEqualTo("Dr. Clark");
  }

  @Test
  void refuse_shouldEndTheRequest_andTellTheDoctor() throws Exception {
    String request = steps.ask(episode);
    world.run(world.patient, () -> steps.consents().refuse(request, Person.password()));
    world.delivery.all();

    assertThat(steps.request(request).state()).isEqualTo("REFUSED_BY_PATIENT");
    assertThat(typesOnChain()).endsWith(RecordType.CONSENT_REFUSED);
    assertThatThrownBy(() -> steps.read(request))
        .isInstanceOfSatisfying(
            RefusedException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.RECORD_NOT_GRANTED));
  }

  @Test
  void ask_shouldLookTheSame_whenReferenceIsUnknownOrNotShared() throws Exception {
    String unknown = steps.ask("E-0000-0000-0000");
    assertThat(steps.request(unknown).state()).isEqualTo("UNAVAILABLE");
    assertThat(steps.request(unknown).reason()).isEmpty();
    assertThat(world.bean(Chains.class).summary("HOSPITAL-A").orElseThrow().pending()).isZero();
  }

  @Test
  void officerRefusal_shouldTellBothSides_andDestroyTheKey() throws Exception {
    String request = steps.ask(episode);
    steps.consent(request);
    String id = steps.onlyCase().id();
    assertThatThrownBy(
            () -> world.run(world.officer, () -> steps.desk().refuse(id, RefusalReason.EXPELLED)))
        .as("a reason that is found, not given")
        .isInstanceOfSatisfying(
            RefusedException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_INPUT));
    assertThat(steps.onlyCase().state()).isEqualTo("WAITING");
    world.run(world.officer, () -> steps.desk().refuse(id, RefusalReason.PURPOSE_DOUBTFUL));
    world.delivery.all();

    assertThat(steps.request(request).state()).isEqualTo("DENIED");
    assertThat(steps.request(request).reason()).contains("PURPOSE_DOUBTFUL");
    assertThat(steps.decided().state()).isEqualTo("DENIED");
    assertThat(steps.decided().reason()).contains("PURPOSE_DOUBTFUL");
    assertThat(steps.decided().readings()).as("nobody tried to read").isEmpty();
    assertThat(typesOnChain()).endsWith(RecordType.ACCESS_REFUSED);
    assertThat(Steps.count(world, "sharing_case", "protected_keys is not null")).isZero();
  }

  @Test
  void read_shouldBeRefusedOnTheChain_whenTheEndDateHasPassed() throws Exception {
    String request = steps.readyToRead(episode);
    world.later(Duration.ofDays(8));

    assertThat(steps.request(request).state()).isEqualTo("EXPIRED");
    ReadingView reading = steps.read(request);

    assertThat(reading.state()).isEqualTo("REFUSED");
    assertThat(reading.reason()).contains("OUTSIDE_DATES");
    assertThat(typesOnChain()).endsWith(RecordType.ACCESS_REFUSED);
    assertThat(steps.decided().readings()).singleElement().matches(each -> !each.allowed());
  }

  @Test
  void read_shouldBeRefusedOnTheChain_whenThePatientWithdrew() throws Exception {
    String request = steps.readyToRead(episode);
    ReadingView before = steps.read(request);
    world.later(Duration.ofMinutes(1));
    steps.withdraw(request);

    assertThat(steps.request(request).state()).isEqualTo("WITHDRAWN");
    assertThat(steps.decided().active()).isFalse();
    assertThatThrownBy(() -> steps.open(before)).isInstanceOf(RefusedException.class);
    ReadingView reading = steps.read(request);
    assertThat(reading.state()).isEqualTo("REFUSED");
    assertThat(reading.reason()).contains("CONSENT_WITHDRAWN");
    assertThat(typesOnChain()).endsWith(RecordType.CONSENT_WITHDRAWN, RecordType.ACCESS_REFUSED);
    assertThat(Steps.count(world, "sharing_case", "protected_keys is not null")).isZero();
    assertThat(Steps.count(world, "sharing_reading", "content is not null")).isZero();
  }

  @Test
  void withdraw_shouldStopTheGrant_whenItIsStillOnItsWay() throws Exception {
    String request = steps.ask(episode);
    world.run(world.patient, () -> steps.consents().consent(request, Person.password()));
    world.run(world.patient, () -> steps.consents().withdraw(request, Person.password()));
    world.delivery.all();

    assertThat(steps.decided().state()).isEqualTo("WITHDRAWN");
    assertThat(steps.request(request).state()).isEqualTo("WITHDRAWN");
    assertThat(world.as(world.officer, () -> steps.desk().cases())).isEmpty();
    assertThat(typesOnChain()).endsWith(RecordType.CONSENT_GIVEN, RecordType.CONSENT_WITHDRAWN);
  }

  @Test
  void act_shouldNeedThePassword_eachTime() throws Exception {
    String request = steps.ask(episode);
    assertThatThrownBy(
            () ->
                world.run(
                    world.patient,
                    () -> steps.consents().consent(request, "not it at all".toCharArray())))
        .isInstanceOfSatisfying(
            RefusedException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.WRONG_PASSWORD));
    assertThat(steps.waiting().state()).isEqualTo("WAITING");
  }

  @Test
  void open_shouldEnd_afterAWhile() throws Exception {
    String request = steps.readyToRead(episode);
    ReadingView reading = steps.read(request);
    world.later(Duration.ofMinutes(16));

    assertThatThrownBy(() -> steps.open(reading))
        .isInstanceOfSatisfying(
            RefusedException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.RECORD_CLOSED));
    world.bean(org.epione.sharing.control.SharingUpkeep.class).removeWhatIsOver();
    assertThat(Steps.count(world, "sharing_reading", "content is not null")).isZero();
  }

  @Test
  void path_shouldEndTheSame_whenMessagesComeTwiceAndInAnyOrder() throws Exception {
    world.delivery.disorderly(42);
    String request = steps.readyToRead(episode);
    ReadingView reading = steps.read(request);

    assertThat(steps.open(reading).verified()).isTrue();
    assertThat(typesOnChain()).doesNotHaveDuplicates().endsWith(RecordType.RECORD_READ);
    assertThat(Steps.count(world, "sharing_delivery", "1 = 1")).isEqualTo(1);
    assertThat(Steps.count(world, "sharing_case", "1 = 1")).isEqualTo(1);
    assertThat(world.delivery.rejected()).isEmpty();
  }

  @Test
  void withdrawal_shouldWin_whenItOvertakesTheGrant() throws Exception {
    String request = steps.ask(episode);
    world.delivery.hold(envelope -> envelope.type().equals("sharing.grant"));
    steps.consent(request);
    steps.withdraw(request);
    world.delivery.release();

    assertThat(steps.onlyCase().state()).isEqualTo("WITHDRAWN");
    assertThat(Steps.count(world, "sharing_case", "protected_keys is not null")).isZero();
  }

  private List<RecordType> typesOnChain() {
    RecordId id = episode.facts().episode();
    return world.bean(Chains.class).recordsOf("HOSPITAL-A", id).stream()
        .map(each -> each.record().type())
        .toList();
  }
}
