package org.epione.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.epione.crypto.transcript.Digest;
import org.epione.ledger.record.RecordType;
import org.epione.party.boundary.Reception;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.sharing.boundary.BundleDecision;
import org.epione.sharing.boundary.CaseView;
import org.epione.sharing.boundary.InquiryView;
import org.epione.sharing.control.Forged;
import org.epione.sharing.control.InquiryRegister;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several records in one act: one question, one answer, one order for all keys. */
class BundleTest {

  private World world;
  private FinishedEpisode heart;
  private FinishedEpisode knee;
  private FinishedEpisode skin;
  private Steps steps;
  private BundleSteps together;

  @BeforeEach
  void start() throws Exception {
    world = new World();
    heart = FinishedEpisode.make(world, "Angina suspected.");
    knee = FinishedEpisode.make(world, "Sprained.");
    skin = FinishedEpisode.make(world, "Eczema.");
    steps = new Steps(world);
    together = new BundleSteps(world);
  }

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void bundle_shouldEndInReadableRecords_whenThePatientAllowsSomeOfThem() throws Exception {
    String bundle = together.ask(heart, knee, skin);
    List<InquiryView> question = together.waiting(world.patient);
    assertThat(question)
        .extracting(InquiryView::reference)
        .containsExactlyInAnyOrder(heart.reference(), knee.reference(), skin.reference());
    assertThat(question).allMatch(each -> each.bundle().orElseThrow().equals(bundle));

    together.decide(bundle, List.of(heart, knee), List.of(skin));
    assertThat(together.cases()).hasSize(2).allMatch(each -> each.state().equals("WAITING"));
    assertThat(together.cases()).extracting(CaseView::bundle).containsOnly(bundle);

    together.order();
    assertThat(together.cases()).allMatch(each -> each.state().equals("ORDERED"));
    world.delivery.all();
    assertThat(together.cases()).allMatch(each -> each.state().equals("ISSUED"));
    assertThat(together.state(heart)).isEqualTo("READY");
    assertThat(together.state(knee)).isEqualTo("READY");
    assertThat(together.state(skin)).isEqualTo("REFUSED_BY_PATIENT");
    assertThat(steps.open(steps.read(together.request(heart))).parts().get(0).text())
        .isEqualTo("Angina suspected.");
    assertThat(steps.open(steps.read(together.request(knee))).parts().get(0).text())
        .isEqualTo("Sprained.");
    assertThat(world.delivery.rejected()).isEmpty();
  }

  @Test
  void bundle_shouldLeaveOneRequestConsentAndKeyPerRecord_onTheChain() throws Exception {
    String bundle = together.ask(heart, knee);
    together.decide(bundle, List.of(heart, knee), List.of());
    together.order();
    world.delivery.all();

    for (FinishedEpisode each : List.of(heart, knee)) {
      assertThat(together.onChain(each, RecordType.ACCESS_REQUESTED)).isEqualTo(1);
      assertThat(together.onChain(each, RecordType.CONSENT_GIVEN)).isEqualTo(1);
      assertThat(together.onChain(each, RecordType.RE_ENCRYPTION_KEY_ISSUED)).isEqualTo(1);
    }
  }

  @Test
  void bundle_shouldEndTheSame_whenMessagesComeTwiceAndInAnyOrder() throws Exception {
    world.delivery.disorderly(23);
    String bundle = together.ask(heart, knee, skin);
    together.decide(bundle, List.of(heart, skin), List.of(knee));
    together.order();
    world.delivery.all();

    assertThat(together.state(heart)).isEqualTo("READY");
    assertThat(together.state(skin)).isEqualTo("READY");
    assertThat(together.state(knee)).isEqualTo("REFUSED_BY_PATIENT");
    assertThat(together.onChain(heart, RecordType.RE_ENCRYPTION_KEY_ISSUED)).isEqualTo(1);
  }

  @Test
  void unknownReference_shouldBeUnavailable_andHoldUpNoOther() throws Exception {
    together.sign(List.of(heart.reference(), "E-0000-0000-0000"));
    world.delivery.all();

    assertThat(together.waiting(world.patient))
        .extracting(InquiryView::reference)
        .containsExactly(heart.reference());
    assertThat(world.as(world.asking, () -> steps.requests().mine()))
        .extracting(each -> each.reference() + " " + each.state())
        .containsExactlyInAnyOrder(
            heart.reference() + " WITH_PATIENT", "E-0000-0000-0000 UNAVAILABLE");
  }

  @Test
  void question_shouldNotBeShown_beforeAllOfItCanBeAnswered() throws Exception {
    world.delivery.hold(
        envelope -> envelope.type().equals("ledger.receipt") && envelope.to().equals("HOSPITAL-A"));
    together.ask(heart, knee);
    world.bean(Reception.class).receive(world.delivery.lastHeld());
    assertThat(Steps.count(world, "sharing_inquiry", "inquiry_state = 'WAITING'")).isEqualTo(1);
    assertThat(together.waiting(world.patient)).isEmpty();
    assertThat(counted()).isZero();

    world.delivery.release();
    assertThat(together.waiting(world.patient)).hasSize(2);
    assertThat(counted()).isEqualTo(2);
  }

  @Test
  void secondClick_shouldChangeNothing() throws Exception {
    String bundle = together.ask(heart, knee);
    together.decide(bundle, List.of(heart), List.of(knee));
    together.decide(bundle, List.of(heart), List.of(knee));
    together.order();
    List<String> all = together.cases().stream().map(CaseView::id).toList();
    world.run(world.officer, () -> steps.desk().issueTogether(all));
    world.delivery.all();
    world.run(world.officer, () -> steps.desk().issueTogether(all));
    world.delivery.all();
    together.withdraw(bundle, List.of(heart));
    together.withdraw(bundle, List.of(heart));

    assertThat(together.onChain(heart, RecordType.CONSENT_GIVEN)).isEqualTo(1);
    assertThat(together.onChain(knee, RecordType.CONSENT_REFUSED)).isEqualTo(1);
    assertThat(together.onChain(heart, RecordType.RE_ENCRYPTION_KEY_ISSUED)).isEqualTo(1);
    assertThat(together.onChain(heart, RecordType.CONSENT_WITHDRAWN)).isEqualTo(1);
  }

  @Test
  void decision_shouldBeWholeOrNothing() throws Exception {
    String bundle = together.ask(heart, knee);
    together.decide(bundle, List.of(), List.of(knee));

    assertRefused(
        ErrorCode.ALREADY_DECIDED, () -> together.decide(bundle, List.of(heart, knee), List.of()));
    BundleDecision both =
        new BundleDecision(bundle, List.of(together.request(heart)), List.of(), List.of());
    assertRefused(
        ErrorCode.WRONG_PASSWORD,
        () ->
            world.run(
                world.patient, () -> steps.consents().decideTogether(both, "wrong".toCharArray())));
    assertThat(together.waiting(world.patient))
        .extracting(InquiryView::reference)
        .containsExactly(heart.reference());
  }

  @Test
  void key_shouldWaitWithItsReason_whenItCannotBeIssued_andHoldUpNoOther() throws Exception {
    String bundle = together.ask(heart, knee, skin);
    together.decide(bundle, List.of(heart, knee, skin), List.of());
    Digest late = Digest.ofHex(steps.grantOf(together.request(knee)));
    world.delivery.hold(
        envelope ->
            envelope.type().equals("sharing.issue")
                && Forged.orderedIn(envelope.payload().bytes()).equals(late));
    together.order();
    world.delivery.all();
    assertThat(states()).containsExactlyInAnyOrder("ISSUED", "ORDERED", "ISSUED");

    world.later(Duration.ofDays(8));
    world.delivery.release();
    CaseView failed =
        together.cases().stream().filter(each -> each.id().equals(late.hex())).findFirst().get();
    assertThat(failed.reason()).contains("OUTSIDE_DATES");
    assertThat(together.onChain(knee, RecordType.RE_ENCRYPTION_KEY_ISSUED)).isZero();
    assertThat(together.onChain(heart, RecordType.RE_ENCRYPTION_KEY_ISSUED)).isEqualTo(1);
    assertThat(together.onChain(skin, RecordType.RE_ENCRYPTION_KEY_ISSUED)).isEqualTo(1);
  }

  @Test
  void order_shouldGoOn_whereItStopped() throws Exception {
    String bundle = together.ask(heart, knee);
    together.decide(bundle, List.of(heart, knee), List.of());
    together.order();
    assertThat(Steps.count(world, "outbox_message", "destination like 'epione.parties.%'"))
        .as("committed with the order, before anything is issued")
        .isEqualTo(2);
    world.delivery.all();
    assertThat(states()).containsExactly("ISSUED", "ISSUED");
  }

  @Test
  void orderedKey_shouldNotBeIssued_whenThePatientWithdrawsFirst() throws Exception {
    String bundle = together.ask(heart, knee);
    together.decide(bundle, List.of(heart, knee), List.of());
    world.delivery.hold(envelope -> envelope.type().equals("sharing.issue"));
    together.order();
    world.delivery.all();
    together.withdraw(bundle, List.of(heart));
    world.delivery.release();

    assertThat(together.state(heart)).isEqualTo("WITHDRAWN");
    assertThat(together.state(knee)).isEqualTo("READY");
    assertThat(together.onChain(heart, RecordType.RE_ENCRYPTION_KEY_ISSUED)).isZero();
  }

  @Test
  void withdrawal_shouldTakeBackAllOfIt_withAReceiptForEach() throws Exception {
    String bundle = together.ask(heart, knee, skin);
    together.decide(bundle, List.of(heart, knee, skin), List.of());
    together.order();
    world.delivery.all();
    together.withdraw(bundle, List.of(heart, knee));

    assertThat(together.state(heart)).isEqualTo("WITHDRAWN");
    assertThat(together.state(knee)).isEqualTo("WITHDRAWN");
    assertThat(together.state(skin)).isEqualTo("READY");
    assertThat(steps.requireDecided(heart.reference()).keyDestroyedAt()).isPresent();
    assertThat(steps.requireDecided(knee.reference()).keyDestroyedAt()).isPresent();
    assertThat(steps.requireDecided(skin.reference()).keyDestroyedAt()).isEmpty();
    assertThat(steps.read(together.request(heart)).state()).isEqualTo("REFUSED");
    assertThat(steps.read(together.request(skin)).state()).isEqualTo("DELIVERED");
  }

  @Test
  void ask_shouldBeRefused_whenItIsTooMuch() throws Exception {
    assertRefused(ErrorCode.INVALID_INPUT, () -> together.ask(heart));
    assertRefused(ErrorCode.INVALID_INPUT, () -> together.ask(heart, heart));
    assertRefused(
        ErrorCode.INVALID_INPUT, () -> together.sign(Collections.nCopies(51, heart.reference())));
    assertRefused(
        ErrorCode.INVALID_INPUT, () -> together.sign(List.of(heart.reference(), "no reference")));
    assertThat(Steps.count(world, "sharing_request", "1 = 1")).isZero();
  }

  @Test
  void ask_shouldBeRefused_whileThreeQuestionsWait() throws Exception {
    String first = together.ask(heart, knee);
    InquiryView open = together.waiting(world.patient).get(0);
    for (int i = 0; i < 2; i++) {
      world.later(Duration.ofSeconds(1));
      together.ask(heart, knee);
    }
    world.later(Duration.ofSeconds(1));
    assertRefused(ErrorCode.BUNDLES_OPEN, () -> together.ask(heart, skin));

    List<String> ofFirst =
        together.waiting(world.patient).stream()
            .filter(each -> each.bundle().orElseThrow().equals(first))
            .map(InquiryView::id)
            .toList();
    assertThat(ofFirst).hasSize(2).contains(open.id());
    together.decide(new BundleDecision(first, List.of(), ofFirst, List.of()));
    world.delivery.all();
    together.ask(heart, skin);
    assertThat(together.waiting(world.patient)).hasSize(6);
    assertThat(counted()).isEqualTo(6);
    world.later(Duration.ofSeconds(1));
    assertRefused(ErrorCode.BUNDLES_OPEN, () -> together.ask(heart, skin));
    world.later(Duration.ofDays(7));
    together.ask(heart, skin);
  }

  /** As guardians' pages count them. */
  private long counted() {
    return world.bean(InquiryRegister.class).countWaiting(world.patient.account());
  }

  private List<String> states() throws Exception {
    return together.cases().stream().map(CaseView::state).toList();
  }

  private static void assertRefused(ErrorCode code, ThrowingCallable attempt) {
    assertThatThrownBy(attempt)
        .isInstanceOfSatisfying(
            RefusedException.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
