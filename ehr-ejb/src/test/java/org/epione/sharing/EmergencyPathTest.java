package org.epione.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.epione.account.boundary.AccountEventKind;
import org.epione.account.boundary.Accounts;
import org.epione.account.boundary.Role;
import org.epione.chain.boundary.ChainRecords;
import org.epione.crypto.transcript.Digest;
import org.epione.emergency.boundary.EmergencyCaseState;
import org.epione.emergency.boundary.EmergencyCaseView;
import org.epione.emergency.boundary.EmergencyPatientView;
import org.epione.emergency.boundary.EmergencyState;
import org.epione.emergency.boundary.EmergencyView;
import org.epione.emergency.boundary.OwnEmergencies;
import org.epione.emergency.boundary.Readiness;
import org.epione.emergency.boundary.Refusal;
import org.epione.emergency.control.EmergencyUpkeep;
import org.epione.ledger.record.EmergencyReviewedBody;
import org.epione.ledger.record.RecordType;
import org.epione.ledger.record.SaltedText;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.sharing.boundary.InquiryView;
import org.epione.sharing.boundary.ReadingView;
import org.epione.sharing.control.SharingUpkeep;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A doctor opens a patient's records in an emergency: who has to agree, how long, and what then.
 */
class EmergencyPathTest {

  private World world;
  private EmergencyActs acts;
  private FinishedEpisode first;
  private FinishedEpisode second;

  @BeforeEach
  void start() throws Exception {
    world = new World();
    acts = new EmergencyActs(world);
    first = FinishedEpisode.make(world, "Angina suspected.");
    second = FinishedEpisode.make(world, "Allergic to penicillin.", "Confirmed.");
    world.later(Duration.ofMinutes(1));
  }

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void emergency_shouldOpenAllRecords_onceTwoPeopleAndTheSystemManagerAgree() throws Exception {
    EmergencyPatientView seen = acts.look(world.patient);
    assertThat(seen.name()).isEqualTo("Pat Example");
    assertThat(seen.readiness()).isEqualTo(Readiness.READY);
    assertThat(seen.records()).isEqualTo(2);

    EmergencyView asked = acts.ask();
    assertThat(asked.state()).isEqualTo(EmergencyState.ASKED);
    assertThat(acts.types(first)).doesNotContain(RecordType.ACCESS_REQUESTED);
    assertThat(acts.toConfirm(world.treating)).isEmpty();
    assertThat(acts.toConfirm(world.second)).hasSize(1);
    acts.confirm(world.second, asked.id());
    assertThat(acts.mine().state()).isEqualTo(EmergencyState.CONFIRMED);
    EmergencyCaseView waiting = acts.onlyCase();
    assertThat(waiting.asker()).isEqualTo("Dr. Adams");
    assertThat(waiting.confirmer()).isEqualTo("Dr. Baker");
    assertThat(waiting.text()).isEqualTo(EmergencyActs.TEXT);
    acts.release(asked.id());

    EmergencyView open = acts.mine();
    assertThat(open.state()).isEqualTo(EmergencyState.OPEN);
    assertThat(open.until()).contains(world.now().plus(Duration.ofHours(4)));
    assertThat(open.records()).hasSize(2);
    assertThat(acts.read(first)).containsExactly("Angina suspected.");
    assertThat(acts.read(second)).containsExactly("Allergic to penicillin.", "Confirmed.");
    assertThat(acts.types(first))
        .endsWith(
            RecordType.ACCESS_REQUESTED,
            RecordType.EMERGENCY_OPENED,
            RecordType.RE_ENCRYPTION_KEY_ISSUED,
            RecordType.RECORD_READ);
    assertThat(world.delivery.rejected()).isEmpty();
    assertThat(Steps.count(world, "emergency", "key_secret is not null")).isZero();
    assertThat(Steps.count(world, "emergency_record", "request is not null")).isZero();
    assertThat(Steps.count(world, "emergency_record", "sealed_keys is not null")).isZero();
  }

  @Test
  void patient_shouldBeTold_andSeeWhatWasRead_andEndIt() throws Exception {
    acts.open();
    acts.read(first);

    assertThat(acts.noticesOfPatient()).contains(AccountEventKind.EMERGENCY_OPENED);
    EmergencyView hers = acts.ofPatient();
    assertThat(hers.asker()).isEqualTo("Dr. Adams");
    assertThat(hers.text()).isEqualTo(EmergencyActs.TEXT);
    assertThat(hers.readings()).isEqualTo(1);
    InquiryView inquiry = acts.inquiry(first);
    assertThat(inquiry.emergency()).isTrue();
    assertThat(inquiry.state()).isEqualTo("ISSUED");
    world.later(Duration.ofMinutes(1));
    new Steps(world).withdraw(inquiry.id());
    assertThat(acts.tryToRead(first).reason()).contains("CONSENT_WITHDRAWN");
    assertThat(acts.read(second)).as("each is its own").isNotEmpty();
  }

  @Test
  void reading_shouldBeRefused_afterTheTimeBox() throws Exception {
    acts.open();
    world.later(Duration.ofHours(4).plusSeconds(1));

    assertThat(acts.mine().state()).isEqualTo(EmergencyState.OVER);
    ReadingView reading = acts.tryToRead(first);
    assertThat(reading.state()).isEqualTo("REFUSED");
    assertThat(reading.reason()).contains("OUTSIDE_DATES");
    world.bean(SharingUpkeep.class).removeWhatIsOver();
    assertThat(Steps.count(world, "sharing_case", "protected_keys is not null")).isZero();
  }

  @Test
  void review_shouldStayOpen_untilItIsClosed_andEndTheAccess() throws Exception {
    EmergencyView open = acts.open();
    acts.read(first);
    assertThat(acts.toReview()).singleElement().matches(EmergencyView::toReview);

    world.later(Duration.ofMinutes(5));
    acts.review(open.id(), true, "The patient was unconscious.");

    EmergencyView closed = acts.toReview().get(0);
    assertThat(closed.toReview()).isFalse();
    assertThat(closed.justified()).contains(true);
    assertThat(closed.state()).isEqualTo(EmergencyState.OVER);
    ReadingView after = acts.tryToRead(first);
    assertThat(after.state()).as("the key is destroyed").isEqualTo("REFUSED");
    assertThat(after.reason()).contains("KEY_DESTROYED");
    assertThat(Steps.count(world, "sharing_case", "protected_keys is not null")).isZero();
    EmergencyCaseView there = acts.onlyCase();
    assertThat(there.state()).isEqualTo(EmergencyCaseState.REVIEWED);
    assertThat(there.finding()).isEqualTo("The patient was unconscious.");
    assertThat(acts.noticesOfPatient()).contains(AccountEventKind.EMERGENCY_REVIEWED);
    assertThat(acts.types(first)).contains(RecordType.EMERGENCY_REVIEWED);
    assertThat(acts.types(second)).contains(RecordType.EMERGENCY_REVIEWED);
    refused(
        ErrorCode.EMERGENCY_MOVED_ON,
        () -> {
          acts.review(open.id(), false, "Once more");
          return true;
        });
  }

  @Test
  void finding_shouldStandOnTheChain_asACommitmentOfItsOwnForEachRecord() throws Exception {
    EmergencyView open = acts.open();
    acts.review(open.id(), false, "Curiosity.");

    Digest one = finding(first).words();
    Digest two = finding(second).words();
    assertThat(one).isNotEqualTo(two);
    assertThat(finding(first).justified()).isFalse();
    assertThat(acts.salts())
        .extracting(salt -> new SaltedText(salt, "Admin\nCuriosity.").commitment())
        .containsExactlyInAnyOrder(one, two);
  }

  @Test
  void doctor_shouldNotOpenAnother_whileAReviewIsOverdue() throws Exception {
    EmergencyView open = acts.open();
    world.later(Duration.ofDays(6));
    Person another = world.person(World.A, Role.PATIENT, "Somebody Else");
    refused(ErrorCode.EMERGENCY_NOTHING, () -> acts.ask(another));
    world.later(Duration.ofDays(2));

    assertThat(acts.toReview().get(0).overdue()).isTrue();
    refused(ErrorCode.EMERGENCY_UNREVIEWED, acts::ask);
    acts.review(open.id(), true, "Late, but so it was.");
    assertThat(acts.ask().state()).isEqualTo(EmergencyState.ASKED);
  }

  @Test
  void refusal_shouldDestroyBothShares_andBeTakenBack() throws Exception {
    assertThat(acts.refusal().prepared()).isTrue();
    assertThat(Steps.count(world, "emergency_share", "sealed_share is not null")).isEqualTo(2);
    acts.refuseBeforehand();

    Refusal refusal = acts.refusal();
    assertThat(refusal.refused()).isTrue();
    assertThat(refusal.prepared()).isFalse();
    assertThat(refusal.secondDestroyed()).isPresent();
    assertThat(Steps.count(world, "emergency_share", "sealed_share is not null")).isZero();
    assertThat(acts.look(world.patient).readiness()).isEqualTo(Readiness.REFUSED);
    refused(ErrorCode.EMERGENCY_REFUSED_BEFOREHAND, acts::ask);
    world.keysOf(world.patient);
    world.delivery.all();
    assertThat(Steps.count(world, "emergency_share", "sealed_share is not null"))
        .as("no sign-in makes them anew")
        .isZero();

    world.later(Duration.ofMinutes(1));
    refused(
        ErrorCode.WRONG_PASSWORD,
        () ->
            world.as(
                world.patient,
                () -> {
                  world.bean(OwnEmergencies.class).allow("not hers".toCharArray());
                  return true;
                }));
    assertThat(acts.refusal().refused()).as("still").isTrue();
    assertThat(world.stretchings.during(acts::allowAgain)).as("new shares, one password").isOne();
    assertThat(acts.refusal().refused()).isFalse();
    acts.open();
    assertThat(acts.read(first)).containsExactly("Angina suspected.");
  }

  @Test
  void refusal_shouldEndWhatWaits() throws Exception {
    EmergencyView asked = acts.ask();
    acts.confirm(world.second, asked.id());
    acts.refuseBeforehand();

    assertThat(acts.mine().state()).isEqualTo(EmergencyState.REFUSED_BY_PATIENT);
    refused(
        ErrorCode.EMERGENCY_SHARES,
        () -> {
          acts.release(asked.id());
          return true;
        });
  }

  @Test
  void emergency_shouldEnd_whenAnybodyRefusesOrNobodyDecides() throws Exception {
    EmergencyView one = acts.ask();
    acts.refuse(world.second, one.id());
    assertThat(acts.mine().state()).isEqualTo(EmergencyState.REFUSED);

    world.later(Duration.ofSeconds(1));
    EmergencyView two = acts.ask();
    refused(ErrorCode.EMERGENCY_UNDER_WAY, acts::ask);
    acts.confirm(world.second, two.id());
    acts.withhold(two.id());
    assertThat(acts.mine().state()).isEqualTo(EmergencyState.WITHHELD);
    assertThat(acts.mine().answer()).isEqualTo("Nobody answers there");

    world.later(Duration.ofSeconds(1));
    EmergencyView three = acts.ask();
    acts.confirm(world.second, three.id());
    world.later(Duration.ofMinutes(61));
    assertThat(acts.mine().state()).isEqualTo(EmergencyState.EXPIRED);
    refused(
        ErrorCode.EMERGENCY_MOVED_ON,
        () -> {
          acts.release(three.id());
          return true;
        });
    assertThat(acts.ask().state()).isEqualTo(EmergencyState.ASKED);
    world.later(Duration.ofMinutes(61));
    world.bean(EmergencyUpkeep.class).expire();
    assertThat(Steps.count(world, "emergency_record", "request is not null")).isZero();
    assertThat(acts.noticesOfPatient()).isEmpty();
  }

  @Test
  void emergency_shouldEndTheSame_whenMessagesComeTwiceAndInAnyOrder() throws Exception {
    world.delivery.disorderly(11);
    acts.open();

    assertThat(acts.read(first)).containsExactly("Angina suspected.");
    assertThat(Steps.count(world, "emergency", "1 = 1")).isEqualTo(1);
    assertThat(Steps.count(world, "sharing_case", "1 = 1")).isEqualTo(2);
  }

  @Test
  void emergency_shouldBePossible_afterAnotherPassword() throws Exception {
    world
        .bean(Accounts.class)
        .changePassword(
            world.keysOf(world.patient), Person.password(), "quite another one".toCharArray());
    world.delivery.all();
    acts.open();
    assertThat(acts.read(first)).containsExactly("Angina suspected.");
  }

  private EmergencyReviewedBody finding(FinishedEpisode episode) {
    return world.container.transaction(
        () ->
            world.bean(ChainRecords.class).ofEpisode(World.A, episode.facts().episode()).stream()
                .map(each -> each.record().body())
                .filter(EmergencyReviewedBody.class::isInstance)
                .map(EmergencyReviewedBody.class::cast)
                .findFirst()
                .orElseThrow());
  }

  static void refused(ErrorCode code, Callable<?> act) {
    assertThatThrownBy(act::call)
        .isInstanceOfSatisfying(
            RefusedException.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }
}
