package org.epione.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.groups.Tuple;
import org.epione.access.boundary.AccessDecisions;
import org.epione.access.boundary.Act;
import org.epione.access.boundary.Decision;
import org.epione.access.boundary.Subject;
import org.epione.account.boundary.AccountEventKind;
import org.epione.account.boundary.AccountEventView;
import org.epione.account.boundary.Callers;
import org.epione.account.boundary.Role;
import org.epione.account.boundary.SecondFactor;
import org.epione.custody.boundary.Acting;
import org.epione.emergency.boundary.EmergencyView;
import org.epione.emergency.boundary.OwnEmergencies;
import org.epione.emergency.boundary.Readiness;
import org.epione.guardian.control.MadeGuardianship;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.sharing.boundary.Consents;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A guardian is told of emergencies of a child and sees them, and cannot refuse or end them. */
class GuardianEmergencyTest {

  private World world;
  private EmergencyActs acts;
  private FinishedEpisode episode;
  private Person guardian;
  private Person neighbour;
  private MadeGuardianship guardianship;
  private OwnEmergencies own;

  @BeforeEach
  void start() throws Exception {
    world = new World();
    acts = new EmergencyActs(world);
    own = world.bean(OwnEmergencies.class);
    episode = FinishedEpisode.make(world, "Allergic to penicillin.");
    guardian = world.person(World.A, Role.PATIENT, "Gail Guard");
    neighbour = world.person(World.A, Role.PATIENT, "Nora Night");
    Person otherChild = world.person(World.A, Role.PATIENT, "Otto Night");
    world.bornOn(world.patient, "2018-05-03");
    world.bornOn(otherChild, "2018-05-03");
    world.later(Duration.ofMinutes(1));
    guardianship = guardian(guardian, world.patient);
    guardian(neighbour, otherChild);
  }

  private MadeGuardianship guardian(Person person, Person ward) {
    return MadeGuardianship.begin(
        world.container,
        World.A,
        new Acting(ward.account(), person.account()),
        Person.password(),
        Person.password(),
        Instant.parse("2036-05-03T00:00:00Z"));
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private static void refused(ErrorCode code, ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            RefusedException.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  private List<AccountEventView> notices(Person person) throws Exception {
    return world.as(person, () -> world.bean(SecondFactor.class).events()).stream()
        .filter(AccountEventView::notice)
        .toList();
  }

  private List<EmergencyView> ofChild(Person person) throws Exception {
    return world.as(person, () -> own.emergenciesOf(world.patient.account()));
  }

  @Test
  void guardian_shouldBeTold_andSeeWhatWasRead() throws Exception {
    assertThat(world.as(guardian, () -> own.refusalOf(world.patient.account())).prepared())
        .isTrue();
    EmergencyView open = acts.open();
    acts.read(episode);

    assertThat(notices(guardian))
        .extracting(AccountEventView::kind, AccountEventView::by, AccountEventView::about)
        .contains(Tuple.tuple(AccountEventKind.WARD_EMERGENCY_OPENED, "Dr. Adams", "Pat Example"));
    assertThat(ofChild(guardian))
        .singleElement()
        .satisfies(
            seen -> {
              assertThat(seen.asker()).isEqualTo("Dr. Adams");
              assertThat(seen.text()).isEqualTo(EmergencyActs.TEXT);
              assertThat(seen.readings()).isEqualTo(1);
            });
    assertThat(world.as(guardian, own::emergencies)).as("not among her own").isEmpty();
    assertThat(acts.noticesOfPatient())
        .as("who was a minor reads it later")
        .contains(AccountEventKind.EMERGENCY_OPENED);
    assertThat(notices(neighbour)).as("a guardian of another child").isEmpty();

    acts.review(open.id(), true, "The child was unconscious.");

    assertThat(notices(guardian))
        .extracting(AccountEventView::kind)
        .contains(AccountEventKind.WARD_EMERGENCY_REVIEWED);
    assertThat(ofChild(guardian).get(0).finding()).isEqualTo("The child was unconscious.");
  }

  @Test
  void guardian_shouldNotEndWhatIsOpen() throws Exception {
    acts.open();
    String request = acts.requestFor(episode);
    Consents consents = world.bean(Consents.class);
    refused(
        ErrorCode.GUARDIAN_EMERGENCY,
        () -> world.run(guardian, () -> consents.withdraw(request, Person.password())));
    assertThat(acts.read(episode)).containsExactly("Allergic to penicillin.");
  }

  @Test
  void guardian_shouldNotRefuseForTheChild_alsoByRefusingForHerself() throws Exception {
    assertThat(
            world.as(
                guardian,
                () ->
                    world
                        .bean(AccessDecisions.class)
                        .decide(
                            world.bean(Callers.class).current(),
                            Act.DECIDE_ON_EMERGENCIES,
                            Subject.of(world.patient.account(), World.A))))
        .isEqualTo(Decision.DENY);
    world.run(guardian, () -> own.refuse(Person.password()));
    world.delivery.all();

    assertThat(acts.look(world.patient).readiness()).isEqualTo(Readiness.READY);
    acts.open();
    assertThat(acts.read(episode)).isNotEmpty();
  }

  @Test
  void others_shouldSeeNothing_andWhoWasTheGuardianBeToldNothing() throws Exception {
    EmergencyView open = acts.open();
    refused(ErrorCode.ACCESS_DENIED, () -> ofChild(neighbour));
    refused(
        ErrorCode.ACCESS_DENIED,
        () -> world.as(neighbour, () -> own.refusalOf(world.patient.account())));

    guardianship.end();

    refused(ErrorCode.ACCESS_DENIED, () -> ofChild(guardian));
    acts.review(open.id(), true, "The child was unconscious.");
    assertThat(notices(guardian))
        .extracting(AccountEventView::kind)
        .doesNotContain(AccountEventKind.WARD_EMERGENCY_REVIEWED);
  }
}
