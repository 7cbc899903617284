package org.epione.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.epione.account.boundary.Role;
import org.epione.ledger.connector.Chains;
import org.epione.ledger.record.RecordType;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.sharing.boundary.Purpose;
import org.epione.sharing.boundary.ReadingView;
import org.epione.sharing.boundary.RequestForm;
import org.epione.sharing.boundary.RequestView;
import org.epione.sharing.boundary.StandingConsents;
import org.epione.sharing.boundary.StandingRuleForm;
import org.epione.sharing.boundary.StandingRuleView;
import org.epione.sharing.control.SharingUpkeep;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a patient allows beforehand answers what fits it, and nothing else. */
class StandingConsentTest {

  private World world;
  private FinishedEpisode episode;
  private Steps steps;

  @BeforeEach
  void start() throws Exception {
    world = new World();
    episode = FinishedEpisode.make(world, "Angina suspected.");
    steps = new Steps(world);
    introduce(world.asking);
  }

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void request_shouldBeAnsweredWithoutThePatient_whenItFits() throws Exception {
    allowAll();
    String request = steps.ask(episode);

    RequestView asked = steps.request(request);
    assertThat(asked.state()).isEqualTo("CONSENTED");
    assertThat(asked.allowedAhead()).isTrue();
    assertThat(world.as(world.patient, () -> steps.consents().waiting())).isEmpty();
    assertThat(steps.decided().byRule()).isTrue();
    assertThat(steps.onlyCase().allowedAhead()).isTrue();
    assertThat(steps.onlyCase().notAfter()).isEqualTo(asked.notAfter());
    steps.issue();
    ReadingView reading = steps.read(request);
    assertThat(steps.open(reading).parts().get(0).text()).isEqualTo("Angina suspected.");
    assertThat(types())
        .endsWith(
            RecordType.ACCESS_REQUESTED,
            RecordType.STANDING_CONSENT_USED,
            RecordType.RE_ENCRYPTION_KEY_ISSUED,
            RecordType.RECORD_READ);
    assertThat(world.delivery.rejected()).isEmpty();
  }

  @Test
  void answer_shouldEndTheSame_whenMessagesComeTwiceAndInAnyOrder() throws Exception {
    allowAll();
    world.delivery.disorderly(7);
    String request = steps.ask(episode);
    steps.issue();

    assertThat(steps.request(request).state()).isEqualTo("READY");
    assertThat(steps.request(request).allowedAhead()).isTrue();
    assertThat(Steps.count(world, "sharing_standing_grant", "grant_state = 'USED'")).isEqualTo(1);
    assertThat(Steps.count(world, "sharing_case", "1 = 1")).isEqualTo(1);
  }

  @Test
  void rule_shouldSayWhatItIs() throws Exception {
    FinishedEpisode another = FinishedEpisode.make(world, "Fracture.");
    StandingRuleView made = allow(List.of(episode));
    world.delivery.all();
    StandingRuleView rule = onlyRule();

    assertThat(made.doctorName()).isEqualTo("Dr. Clark");
    assertThat(rule.hospitalName()).isEqualTo("Party HOSPITAL-B");
    assertThat(rule.purpose()).isEqualTo(Purpose.TREAT);
    assertThat(rule.stands()).isTrue();
    assertThat(rule.ready()).containsExactly(episode.reference());
    assertThat(rule.waiting()).isEmpty();
    assertThat(rule.madeHeight()).isPresent();
    steps.ask(another);
    assertThat(steps.waiting().reference()).as("not of the rule").isEqualTo(another.reference());
  }

  @Test
  void request_shouldWaitForThePatient_whenThePurposeIsAnother() throws Exception {
    allowAll();
    assertWaits(ask(world.asking, Purpose.HRESCH), world.asking);
  }

  @Test
  void request_shouldWaitForThePatient_whenTheDoctorIsAnother() throws Exception {
    allowAll();
    assertWaits(ask(world.other, Purpose.TREAT), world.other);
  }

  @Test
  void request_shouldWaitForThePatient_whenTheRuleIsOver() throws Exception {
    allowAll();
    world.later(Duration.ofDays(31));
    assertWaits(steps.ask(episode), world.asking);
    assertThat(onlyRule().state()).isEqualTo("EXPIRED");
    world.bean(SharingUpkeep.class).removeWhatIsOver();
    assertThat(Steps.count(world, "sharing_standing_grant", "sealed_keys is not null")).isZero();
  }

  @Test
  void request_shouldWaitForThePatient_whenTheRuleIsWithdrawn() throws Exception {
    StandingRuleView rule = allowAll();
    withdraw(rule);

    assertWaits(steps.ask(episode), world.asking);
    StandingRuleView after = onlyRule();
    assertThat(after.state()).isEqualTo("WITHDRAWN");
    assertThat(after.withdrawalHeight()).isPresent();
    assertThat(after.ready()).isEmpty();
    assertThat(Steps.count(world, "sharing_standing_grant", "sealed_keys is not null")).isZero();
  }

  @Test
  void withdrawal_shouldTakeBackWhatTheRuleGave() throws Exception {
    StandingRuleView rule = allowAll();
    String request = steps.ask(episode);
    steps.issue();
    steps.read(request);
    world.later(Duration.ofMinutes(1));
    withdraw(rule);

    assertThat(steps.request(request).state()).isEqualTo("WITHDRAWN");
    assertThat(steps.onlyCase().state()).isEqualTo("WITHDRAWN");
    ReadingView reading = steps.read(request);
    assertThat(reading.reason()).contains("CONSENT_WITHDRAWN");
    assertThat(types()).endsWith(RecordType.CONSENT_WITHDRAWN, RecordType.ACCESS_REFUSED);
    withdraw(rule);
    assertThat(types()).endsWith(RecordType.CONSENT_WITHDRAWN, RecordType.ACCESS_REFUSED);
  }

  /** However many consents the rule gave. */
  @Test
  void withdrawal_shouldStretchThePasswordOnce() throws Exception {
    StandingRuleView rule = allowAll();
    String first = steps.ask(episode);
    String second = steps.ask(episode);

    assertThat(world.stretchings.during(() -> withdraw(rule))).isEqualTo(1);

    assertThat(steps.request(first).state()).isEqualTo("WITHDRAWN");
    assertThat(steps.request(second).state()).isEqualTo("WITHDRAWN");
  }

  @Test
  void withdrawal_shouldWin_whenTheAnswerIsOnItsWay() throws Exception {
    StandingRuleView rule = allowAll();
    world.delivery.hold(envelope -> envelope.type().equals("sharing.grant"));
    String request = steps.ask(episode);
    withdraw(rule);
    world.delivery.release();

    assertThat(steps.request(request).state()).isEqualTo("WITHDRAWN");
    assertThat(steps.onlyCase().state()).isEqualTo("WITHDRAWN");
  }

  @Test
  void grants_shouldBeUsedOnceEach_andRenewedWhenThePatientIsThere() throws Exception {
    StandingRuleView rule = allowAll();
    for (int i = 0; i < 3; i++) {
      assertThat(steps.request(steps.ask(episode)).allowedAhead()).isTrue();
      world.later(Duration.ofSeconds(1));
    }
    assertWaits(steps.ask(episode), world.asking);
    StandingRuleView used = onlyRule();
    assertThat(used.answered()).isEqualTo(3);
    assertThat(used.ready()).isEmpty();
    assertThat(used.waiting()).containsExactly(episode.reference());

    StandingRuleView renewed = prepare(rule);
    assertThat(renewed.ready()).containsExactly(episode.reference());
    assertThat(renewed.renewable()).isFalse();
    prepare(rule);
    assertThat(Steps.count(world, "sharing_standing_grant", "grant_state = 'READY'")).isEqualTo(3);
    assertThat(steps.request(steps.ask(episode)).allowedAhead()).isTrue();
  }

  @Test
  void laterRecord_shouldBeAnswered_onceThePatientConfirmedIt() throws Exception {
    StandingRuleView rule = allowAll();
    FinishedEpisode later = FinishedEpisode.make(world, "Later.");
    assertThat(onlyRule().waiting()).containsExactly(later.reference());
    String before = steps.ask(later);
    assertThat(steps.request(before).state()).isEqualTo("WITH_PATIENT");

    prepare(rule);
    world.later(Duration.ofSeconds(1));
    assertThat(steps.request(steps.ask(later)).allowedAhead()).isTrue();
    assertThat(steps.request(before).state()).as("that one stays hers").isEqualTo("WITH_PATIENT");
  }

  @Test
  void make_shouldBeRefused_whenItCannotBe() throws Exception {
    String clark = clark();
    assertRefused(ErrorCode.INVALID_INPUT, () -> make(form("00ff", true, List.of(), 30)));
    assertRefused(ErrorCode.INVALID_INPUT, () -> make(form(clark, false, List.of(), 30)));
    assertRefused(ErrorCode.INVALID_INPUT, () -> make(form(clark, true, List.of(), -1)));
    assertRefused(ErrorCode.INVALID_INPUT, () -> make(form(clark, true, List.of(), 367)));
    assertRefused(
        ErrorCode.INVALID_INPUT,
        () -> make(form(clark, false, List.of("00112233445566778899aabbccddeeff"), 30)));
    assertThat(rules()).isEmpty();
    allowAll();
    assertRefused(ErrorCode.STANDING_RULE_EXISTS, () -> make(form(clark, true, List.of(), 30)));
    world.later(Duration.ofDays(31));
    assertThat(make(form(clark, true, List.of(), 30)).stands()).isTrue();
    assertThat(rules()).hasSize(2);
  }

  @Test
  void acts_shouldNeedThePassword_andTheOwner() throws Exception {
    assertRefused(
        ErrorCode.WRONG_PASSWORD,
        () ->
            world.as(
                world.patient,
                () -> consents().make(form(clark(), true, List.of(), 30), "not it".toCharArray())));
    assertThat(rules()).isEmpty();
    StandingRuleView rule = allowAll();
    assertRefused(
        ErrorCode.WRONG_PASSWORD,
        () ->
            world.as(world.patient, () -> consents().withdraw(rule.id(), "not it".toCharArray())));
    assertThat(onlyRule().stands()).isTrue();
    Person stranger = world.person(World.A, Role.PATIENT, "Stranger");
    assertRefused(
        ErrorCode.ACCESS_DENIED,
        () -> world.as(stranger, () -> consents().withdraw(rule.id(), Person.password())));
    assertRefused(
        ErrorCode.ACCESS_DENIED,
        () -> world.as(stranger, () -> consents().prepare(rule.id(), Person.password())));
    assertRefused(
        ErrorCode.NOT_FOUND,
        () -> world.as(world.patient, () -> consents().withdraw("none", Person.password())));
    assertThat(world.as(stranger, () -> consents().rules())).isEmpty();
    assertThat(world.as(stranger, () -> consents().records())).isEmpty();
    withdraw(rule);
    assertRefused(ErrorCode.STANDING_RULE_OVER, () -> prepare(rule));
  }

  @Test
  void doctors_shouldBeThoseWhoAsked_andNobodyElseOfElsewhere() throws Exception {
    assertThat(world.as(world.patient, () -> consents().doctors()))
        .extracting(each -> each.name())
        .contains("Dr. Clark")
        .doesNotContain("Dr. Davis");
  }

  /** A doctor asks once, and is refused: from then on the patient knows her. */
  private void introduce(Person doctor) throws Exception {
    String first = ask(doctor, Purpose.COC);
    world.run(world.patient, () -> steps.consents().refuse(first, Person.password()));
    world.delivery.all();
    world.later(Duration.ofSeconds(1));
  }

  private String ask(Person doctor, Purpose purpose) throws Exception {
    RequestForm form =
        new RequestForm(
            "HOSPITAL-A", episode.reference(), purpose, world.now().plus(Duration.ofDays(7)));
    RequestView made = world.as(doctor, () -> steps.requests().ask(form, Person.password()));
    world.delivery.all();
    return made.id();
  }

  private void assertWaits(String request, Person doctor) throws Exception {
    RequestView asked = world.as(doctor, () -> steps.requests().request(request));
    assertThat(asked.state()).isEqualTo("WITH_PATIENT");
    assertThat(asked.allowedAhead()).isFalse();
    assertThat(steps.waiting().id()).isEqualTo(request);
    assertThatThrownBy(
            () -> world.as(doctor, () -> steps.requests().read(request, Person.password())))
        .isInstanceOf(RefusedException.class);
  }

  private StandingRuleView allowAll() throws Exception {
    return make(form(clark(), true, List.of(), 30));
  }

  private StandingRuleView allow(List<FinishedEpisode> records) throws Exception {
    return make(
        form(
            clark(),
            false,
            records.stream().map(each -> each.facts().episode().hex()).toList(),
            30));
  }

  private StandingRuleForm form(String doctor, boolean all, List<String> episodes, int days) {
    return new StandingRuleForm(
        doctor, Purpose.TREAT, all, episodes, world.now().plus(Duration.ofDays(days)));
  }

  private StandingRuleView make(StandingRuleForm form) throws Exception {
    StandingRuleView made = world.as(world.patient, () -> consents().make(form, Person.password()));
    world.delivery.all();
    world.later(Duration.ofSeconds(1));
    return made;
  }

  private StandingRuleView prepare(StandingRuleView rule) throws Exception {
    StandingRuleView made =
        world.as(world.patient, () -> consents().prepare(rule.id(), Person.password()));
    world.delivery.all();
    return made;
  }

  private void withdraw(StandingRuleView rule) throws Exception {
    world.run(world.patient, () -> consents().withdraw(rule.id(), Person.password()));
    world.delivery.all();
  }

  private String clark() {
    return world.doctor(world.asking).pid().hex();
  }

  private StandingConsents consents() {
    return world.bean(StandingConsents.class);
  }

  private List<StandingRuleView> rules() throws Exception {
    return world.as(world.patient, () -> consents().rules());
  }

  private StandingRuleView onlyRule() throws Exception {
    return rules().get(0);
  }

  private List<RecordType> types() {
    return world.bean(Chains.class).recordsOf("HOSPITAL-A", episode.facts().episode()).stream()
        .map(each -> each.record().type())
        .toList();
  }

  private static void assertRefused(ErrorCode code, ThrowingCallable attempt) {
    assertThatThrownBy(attempt)
        .isInstanceOfSatisfying(
            RefusedException.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
