package org.epione.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.epione.account.boundary.Role;
import org.epione.custody.boundary.Acting;
import org.epione.disclosure.boundary.Basis;
import org.epione.disclosure.boundary.DisclosureFilter;
import org.epione.disclosure.boundary.Disclosures;
import org.epione.guardian.control.MadeGuardianship;
import org.epione.ledger.connector.Chains;
import org.epione.ledger.record.RecordType;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.platform.identity.AccountId;
import org.epione.sharing.boundary.Purpose;
import org.epione.sharing.boundary.StandingConsents;
import org.epione.sharing.boundary.StandingRuleForm;
import org.epione.sharing.boundary.StandingRuleView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What guardians allow beforehand for a child, and what is left of it when they act no more. */
class GuardianStandingTest {

  private World world;
  private Steps steps;
  private FinishedEpisode episode;
  private AccountId child;
  private Person mother;
  private Person father;
  private MadeGuardianship mothers;
  private StandingConsents consents;

  @BeforeEach
  void start() throws Exception {
    world = new World();
    episode = FinishedEpisode.make(world, "Whooping cough.");
    steps = new Steps(world);
    consents = world.bean(StandingConsents.class);
    child = world.patient.account();
    mother = world.person(World.A, Role.PATIENT, "Gail Guard");
    father = world.person(World.A, Role.PATIENT, "Hal Guard");
    world.bornOn(world.patient, "2018-05-03");
    mothers = guardian(mother, Instant.parse("2036-05-03T00:00:00Z"));
    String first = steps.ask(episode);
    world.run(mother, () -> steps.consents().refuse(first, Person.password()));
    world.delivery.all();
    world.later(Duration.ofSeconds(1));
  }

  private MadeGuardianship guardian(Person person, Instant end) {
    return MadeGuardianship.begin(
        world.container,
        World.A,
        new Acting(child, person.account()),
        Person.password(),
        Person.password(),
        end);
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private StandingRuleForm form(Duration lasts) {
    return new StandingRuleForm(
        world.doctor(world.asking).pid().hex(),
        Purpose.TREAT,
        true,
        List.of(),
        world.now().plus(lasts));
  }

  private StandingRuleView allow(Person person, Duration lasts) throws Exception {
    StandingRuleView made =
        world.as(person, () -> consents.make(child, form(lasts), Person.password()));
    world.delivery.all();
    world.later(Duration.ofSeconds(1));
    return made;
  }

  private StandingRuleView rule() throws Exception {
    return world.as(world.patient, consents::rules).get(0);
  }

  private static void refused(ErrorCode code, ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            RefusedException.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  @Test
  void guardian_shouldAllowBeforehand_andTakeItBack() throws Exception {
    assertThat(world.as(mother, () -> consents.recordsOf(child))).hasSize(1);
    assertThat(world.as(mother, () -> consents.doctorsFor(child)))
        .extracting(each -> each.name())
        .contains("Dr. Clark");
    StandingRuleView made = allow(mother, Duration.ofDays(30));
    String request = steps.ask(episode);
    assertThat(steps.request(request).allowedAhead()).isTrue();
    steps.issue();
    assertThat(steps.open(steps.read(request)).parts()).hasSize(1);
    assertThat(world.as(mother, consents::rules)).as("not among her own").isEmpty();
    assertThat(
            world.as(mother, () -> world.bean(Disclosures.class).of(child, DisclosureFilter.ALL)))
        .filteredOn(each -> each.what().equals("ALLOW_BEFOREHAND"))
        .singleElement()
        .matches(each -> each.basis() == Basis.GUARDIAN && each.name().equals("Gail Guard"));

    FinishedEpisode later = FinishedEpisode.make(world, "Bronchitis.");
    assertThat(world.as(mother, consents::waitingOfWards)).isEqualTo(1);
    world.as(mother, () -> consents.prepare(made.id(), Person.password()));
    world.delivery.all();
    assertThat(world.as(mother, consents::waitingOfWards)).isZero();
    assertThat(rule().ready()).contains(later.reference());
    world.later(Duration.ofMinutes(1));
    world.as(mother, () -> consents.withdraw(made.id(), Person.password()));
    world.delivery.all();

    assertThat(steps.request(request).state()).as("what it gave, too").isEqualTo("WITHDRAWN");
    assertThat(steps.request(steps.ask(episode)).state()).isEqualTo("WITH_PATIENT");
    assertThat(world.delivery.rejected()).isEmpty();
  }

  @Test
  void rule_shouldBeWorthNothing_onceItsGuardianActsNoMore() throws Exception {
    allow(mother, Duration.ofDays(30));
    world.later(Duration.ofMinutes(1));

    mothers.end();
    world.delivery.all();

    assertThat(rule().state()).isEqualTo("WITHDRAWN");
    assertThat(rule().withdrawalHeight()).as("the chain takes no grant of it").isPresent();
    assertThat(Steps.count(world, "sharing_standing_grant", "sealed_keys is not null")).isZero();
    assertThat(steps.request(steps.ask(episode)).state()).isEqualTo("WITH_PATIENT");
    assertThat(types()).doesNotContain(RecordType.STANDING_CONSENT_USED);
    assertThat(world.delivery.rejected()).isEmpty();
  }

  @Test
  void rule_shouldStand_whenAnotherGuardianEnds_butOfWhoSignedLast() throws Exception {
    MadeGuardianship fathers = guardian(father, Instant.parse("2036-05-03T00:00:00Z"));
    StandingRuleView made = allow(mother, Duration.ofDays(30));
    FinishedEpisode.make(world, "Bronchitis.");
    world.as(father, () -> consents.prepare(made.id(), Person.password()));
    world.delivery.all();

    mothers.end();
    world.delivery.all();
    assertThat(rule().stands()).as("the father has signed for it").isTrue();

    world.later(Duration.ofMinutes(1));
    fathers.end();
    world.delivery.all();
    assertThat(rule().stands()).isFalse();
  }

  @Test
  void rule_shouldNotOutlastTheGuardianship() throws Exception {
    guardian(father, world.now().plus(Duration.ofDays(10)));
    refused(ErrorCode.GUARDIAN_BEFOREHAND_END, () -> allow(father, Duration.ofDays(11)));
    assertThat(world.as(world.patient, consents::rules)).isEmpty();
    assertThat(allow(father, Duration.ofDays(9)).stands()).isTrue();
  }

  @Test
  void others_shouldAllowAndTakeBackNothing() throws Exception {
    String made = allow(mother, Duration.ofDays(30)).id();
    Person otherChild = world.person(World.A, Role.PATIENT, "Otto Night");
    MadeGuardianship.begin(
        world.container,
        World.A,
        new Acting(otherChild.account(), father.account()),
        Person.password(),
        Person.password(),
        Instant.parse("2036-05-03T00:00:00Z"));
    denied(father, made);
    denied(otherChild, made);
    refused(
        ErrorCode.WRONG_PASSWORD,
        () -> world.as(mother, () -> consents.withdraw(made, "not hers".toCharArray())));
    assertThat(rule().stands()).isTrue();

    mothers.end();

    denied(mother, made);
  }

  private void denied(Person person, String rule) {
    refused(ErrorCode.ACCESS_DENIED, () -> allow(person, Duration.ofDays(3)));
    refused(
        ErrorCode.ACCESS_DENIED,
        () -> world.as(person, () -> consents.prepare(rule, Person.password())));
    refused(
        ErrorCode.ACCESS_DENIED,
        () -> world.as(person, () -> consents.withdraw(rule, Person.password())));
    refused(ErrorCode.ACCESS_DENIED, () -> world.as(person, () -> consents.rulesOf(child)));
    refused(ErrorCode.ACCESS_DENIED, () -> world.as(person, () -> consents.doctorsFor(child)));
    refused(ErrorCode.ACCESS_DENIED, () -> world.as(person, () -> consents.recordsOf(child)));
  }

  private List<RecordType> types() {
    return world.bean(Chains.class).recordsOf("HOSPITAL-A", episode.facts().episode()).stream()
        .map(each -> each.record().type())
        .toList();
  }
}
