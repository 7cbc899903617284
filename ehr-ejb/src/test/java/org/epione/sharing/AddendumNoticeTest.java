package org.epione.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.epione.ledger.record.EpisodeReference;
import org.epione.ledger.record.RequestId;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.sharing.boundary.AddendumNoticeView;
import org.epione.sharing.boundary.RequestView;
import org.epione.sharing.control.AddendumNotices;
import org.epione.sharing.control.Forged;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who reads a record elsewhere learns that something was added to it, and nothing more. */
class AddendumNoticeTest {

  private static final String SECRET = "The stenosis is of another branch.";

  private World world;
  private FinishedEpisode episode;
  private Steps steps;

  @BeforeEach
  void start() throws Exception {
    world = new World();
    episode = FinishedEpisode.make(world, "Angina suspected.");
    steps = new Steps(world);
  }

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void reader_shouldBeTold_whenSomethingIsAddedLater() throws Exception {
    String request = steps.readyToRead(episode);
    assertThat(steps.request(request).addenda()).isEmpty();

    FinishedEpisode addendum = add();

    AddendumNoticeView notice = steps.request(request).addenda().get(0);
    assertThat(notice.reference()).isEqualTo(addendum.reference());
    assertThat(notice.followUp()).isEmpty();
    assertThat(toAskFor(world.asking)).isEqualTo(1);
    assertThat(toAskFor(world.other)).isZero();
    assertThat(world.delivery.rejected()).isEmpty();
  }

  @Test
  void reader_shouldBeTold_whenSomethingWasAddedBefore() throws Exception {
    FinishedEpisode addendum = add();
    String request = steps.readyToRead(episode);

    assertThat(steps.request(request).addenda())
        .singleElement()
        .satisfies(each -> assertThat(each.reference()).isEqualTo(addendum.reference()));
  }

  @Test
  void reader_shouldBeToldOnce_whenItIsAddedWhileTheKeyIsOnItsWay() throws Exception {
    String request = steps.ask(episode);
    steps.consent(request);
    add();
    steps.issue();
    world.delivery.again(world.delivery.last("sharing.addendum"));

    assertThat(steps.request(request).addenda()).hasSize(1);
  }

  @Test
  void notice_shouldHoldNothingOfTheAddendum() throws Exception {
    steps.readyToRead(episode);
    add();

    for (byte[] message : world.delivery.deliveredTo("HOSPITAL-B")) {
      assertThat(new String(message, "ISO-8859-1")).doesNotContain(SECRET);
    }
  }

  @Test
  void nobody_shouldBeTold_whoHasNoGrant() throws Exception {
    String waiting = steps.ask(episode);
    add();
    assertThatThrownBy(() -> world.delivery.last("sharing.addendum"))
        .isInstanceOf(AssertionError.class);
    world.run(world.patient, () -> steps.consents().refuse(waiting, Person.password()));
    world.delivery.all();
    add();
    assertThatThrownBy(() -> world.delivery.last("sharing.addendum"))
        .isInstanceOf(AssertionError.class);
    assertThat(steps.request(waiting).addenda()).isEmpty();
  }

  @Test
  void nobody_shouldBeTold_whenTheGrantIsWithdrawnOrOver() throws Exception {
    String withdrawn = steps.readyToRead(episode);
    world.later(Duration.ofMinutes(1));
    steps.withdraw(withdrawn);
    String over = steps.readyToRead(episode);
    world.later(Duration.ofDays(8));
    add();

    assertThatThrownBy(() -> world.delivery.last("sharing.addendum"))
        .isInstanceOf(AssertionError.class);
    assertThat(steps.request(over).addenda()).isEmpty();
  }

  @Test
  void notice_shouldNotBeShown_onceTheGrantIsWithdrawn() throws Exception {
    String request = steps.readyToRead(episode);
    FinishedEpisode addendum = add();
    world.later(Duration.ofMinutes(1));
    steps.withdraw(request);

    assertThat(steps.request(request).addenda()).isEmpty();
    assertThat(toAskFor(world.asking)).isZero();
    assertRefused(
        ErrorCode.RECORD_NOT_GRANTED, () -> askFor(request, addendum.reference(), world.asking));
  }

  @Test
  void ask_shouldLeadToTheAddendum_throughThePatient() throws Exception {
    String request = steps.readyToRead(episode);
    FinishedEpisode addendum = add();

    RequestView asked = askFor(request, addendum.reference(), world.asking);
    world.delivery.all();

    assertThat(asked.reference()).isEqualTo(addendum.reference());
    assertThat(asked.purpose()).isEqualTo(steps.request(request).purpose());
    assertThat(asked.notAfter()).isEqualTo(steps.request(request).notAfter());
    assertThat(steps.waiting().reference()).isEqualTo(addendum.reference());
    AddendumNoticeView notice = steps.request(request).addenda().get(0);
    assertThat(notice.followUp()).contains(asked.id());
    assertThat(notice.state()).contains("WITH_PATIENT");
    assertThat(toAskFor(world.asking)).isZero();
    steps.consent(asked.id());
    steps.issue();
    assertThat(steps.open(steps.read(asked.id())).parts().get(0).text()).isEqualTo(SECRET);
  }

  @Test
  void ask_shouldBeRefused_whenRepeated() throws Exception {
    String request = steps.readyToRead(episode);
    String addendum = add().reference();
    askFor(request, addendum, world.asking);

    assertRefused(ErrorCode.ADDENDUM_ASKED_FOR, () -> askFor(request, addendum, world.asking));
    assertThat(world.as(world.asking, () -> steps.requests().mine())).hasSize(2);
  }

  @Test
  void ask_shouldBeRefused_forAnotherDoctorOrAnotherRecord() throws Exception {
    String request = steps.readyToRead(episode);
    String addendum = add().reference();

    assertRefused(ErrorCode.ACCESS_DENIED, () -> askFor(request, addendum, world.other));
    assertRefused(ErrorCode.NOT_FOUND, () -> askFor(request, "E-0000-0000-0000", world.asking));
    assertRefused(ErrorCode.NOT_FOUND, () -> askFor(request, "no reference", world.asking));
    assertThat(steps.request(request).addenda().get(0).followUp()).isEmpty();
  }

  @Test
  void ask_shouldChangeNothing_whenThePasswordIsWrong() throws Exception {
    String request = steps.readyToRead(episode);
    String addendum = add().reference();

    assertRefused(
        ErrorCode.WRONG_PASSWORD,
        () ->
            world.as(
                world.asking,
                () -> steps.requests().askForAddendum(request, addendum, "not it".toCharArray())));
    assertThat(steps.request(request).addenda().get(0).followUp()).isEmpty();
    assertThat(askFor(request, addendum, world.asking).state()).isEqualTo("SENT");
  }

  @Test
  void notice_shouldBeRejected_whenAnotherPartySendsIt() throws Exception {
    String request = steps.readyToRead(episode);
    byte[] forged =
        Forged.addendum(RequestId.ofHex(request), EpisodeReference.parse("E-0000-0000-0001"));

    world.send(World.SM, World.B, "sharing.addendum", forged);
    world.send(World.B, World.B, "sharing.addendum", forged);
    world.send(World.A, World.A, "sharing.addendum", forged);

    assertThat(world.delivery.rejected()).hasSize(3);
    assertThat(steps.request(request).addenda()).isEmpty();
  }

  @Test
  void notice_shouldBeRejected_whenItIsMalformed() throws Exception {
    String request = steps.readyToRead(episode);
    byte[] sound =
        Forged.addendum(RequestId.ofHex(request), EpisodeReference.parse("E-0000-0000-0001"));
    byte[] cut = java.util.Arrays.copyOf(sound, sound.length - 1);
    byte[] longer = java.util.Arrays.copyOf(sound, sound.length + 1);
    byte[] lowBits = sound.clone();
    lowBits[lowBits.length - 1] |= 1;

    for (byte[] each : new byte[][] {cut, longer, lowBits, new byte[0]}) {
      world.send(World.A, World.B, "sharing.addendum", each);
    }

    assertThat(world.delivery.rejected()).hasSize(4);
    assertThat(steps.request(request).addenda()).isEmpty();
  }

  /** Another record of the patient becomes final that adds to the first. */
  private FinishedEpisode add() throws Exception {
    FinishedEpisode addendum = FinishedEpisode.make(world, SECRET);
    world.append(addendum.facts(), episode.facts());
    world.container.inTransaction(
        () -> world.bean(AddendumNotices.class).onFinal(addendum.facts().episode()));
    world.delivery.all();
    return addendum;
  }

  private long toAskFor(Person doctor) throws Exception {
    return world.as(doctor, () -> steps.requests().addendaToAskFor());
  }

  private RequestView askFor(String request, String reference, Person doctor) throws Exception {
    return world.as(
        doctor, () -> steps.requests().askForAddendum(request, reference, Person.password()));
  }

  private static void assertRefused(ErrorCode code, ThrowingCallable attempt) {
    assertThatThrownBy(attempt)
        .isInstanceOfSatisfying(
            RefusedException.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
