package org.epione.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.epione.account.boundary.Role;
import org.epione.forgetting.boundary.ForgettingDesk;
import org.epione.forgetting.boundary.ForgettingRelease;
import org.epione.forgetting.boundary.ForgettingState;
import org.epione.forgetting.boundary.ForgettingView;
import org.epione.forgetting.boundary.OwnForgetting;
import org.epione.forgetting.control.DestructionRunner;
import org.epione.ledger.verification.ChainVerifier;
import org.epione.ledger.verification.ProgressListener;
import org.epione.platform.erasure.Obstacle;
import org.epione.platform.error.ErrorCode;
import org.epione.platform.error.RefusedException;
import org.epione.sharing.boundary.BundleDecision;
import org.epione.sharing.boundary.ReadingView;
import org.epione.sharing.control.SharingUpkeep;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A patient is forgotten who has records, consents, and re-encryption keys at the proxy. */
class ForgottenPatientTest {

  private World world;
  private FinishedEpisode episode;
  private Steps steps;
  private Person registrar;
  private Person administrator;

  @BeforeEach
  void start() throws Exception {
    world = new World();
    episode = FinishedEpisode.make(world, "Angina suspected.");
    steps = new Steps(world);
    registrar = world.person(World.A, Role.REGISTRAR, "Registrar");
    administrator = world.person(World.A, Role.HOSPITAL_ADMINISTRATOR, "Administrator");
  }

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void reEncryptionKeys_shouldBeGone_andReadersBeToldWhy() throws Exception {
    String request = steps.readyToRead(episode);
    assertThat(steps.open(steps.read(request)).parts()).hasSize(1);
    String second = steps.ask(episode);
    assertThat(Steps.count(world, "sharing_case", "protected_keys is not null")).isEqualTo(1);
    assertThat(Steps.count(world, "sharing_reading", "content is not null")).isEqualTo(1);

    forget();

    assertThat(Steps.count(world, "sharing_case", "protected_keys is not null")).isZero();
    assertThat(Steps.count(world, "sharing_reading", "content is not null")).isZero();
    assertThat(steps.request(request).state()).isEqualTo("FORGOTTEN");
    assertThat(steps.request(second).state()).isEqualTo("FORGOTTEN");
    assertThat(steps.request(steps.ask(episode)).state()).isEqualTo("FORGOTTEN");
    assertThat(world.delivery.rejected()).isEmpty();
  }

  @ParameterizedTest(name = "allowed: {0}")
  @ValueSource(booleans = {true, false})
  void offers_shouldBeGone_alsoWhereWhatWasAskedForWasRefused(boolean allowed) throws Exception {
    offer(allowed, FinishedEpisode.make(world, "Sprained."));
    assertThat(offers()).isEqualTo(1);

    forget();

    assertThat(offers()).isZero();
    assertThat(world.delivery.rejected()).isEmpty();
  }

  @Test
  void offers_shouldNotBeKept_whenTheyComeAfterwards() throws Exception {
    FinishedEpisode other = FinishedEpisode.make(world, "Sprained.");
    world.delivery.hold(envelope -> envelope.type().equals("sharing.offered"));
    offer(true, other);

    forget();
    world.delivery.release();

    assertThat(offers()).isZero();
    assertThat(world.delivery.rejected()).isEmpty();
  }

  /** The asking hospital does not know whose each of them is. */
  @Test
  void offers_shouldStayUntilTheDayOfTheAct_whereAnotherPatientMayHaveMadeThem() throws Exception {
    Person stranger = world.person(World.A, Role.PATIENT, "Sam Stranger");
    world.delivery.all();
    FinishedEpisode hers = FinishedEpisode.of(world, stranger, "Something private.");
    FinishedEpisode other = FinishedEpisode.make(world, "Sprained.");
    offer(true, other, hers);

    forget();
    assertThat(offers()).isEqualTo(1);

    world.bean(SharingUpkeep.class).removeWhatIsOver();
    assertThat(offers()).isZero();
  }

  /**
   * Asks for the episode, perhaps together with somebody else's, and for further records; the
   * patient decides about the episode and offers one.
   */
  private void offer(boolean allowed, FinishedEpisode offered, FinishedEpisode... along)
      throws Exception {
    BundleSteps together = new BundleSteps(world);
    world.later(Duration.ofMinutes(1));
    List<String> references =
        Stream.concat(Stream.of(episode), Stream.of(along))
            .map(FinishedEpisode::reference)
            .toList();
    String bundle = together.sign(references, Optional.of(""));
    world.delivery.all();
    String id = together.waiting(world.patient).get(0).id();
    together.decide(
        new BundleDecision(
            bundle,
            allowed ? List.of(id) : List.of(),
            allowed ? List.of() : List.of(id),
            List.of(offered.facts().episode().hex())));
    world.delivery.all();
  }

  private long offers() throws Exception {
    return Steps.count(world, "sharing_offer", "1 = 1");
  }

  /** Whose hospital keeps its request ready all the same gets nothing from the proxy. */
  @Test
  void proxy_shouldRefuse_whoeverStillAsks() throws Exception {
    ask();
    String request = steps.readyToRead(episode);
    world.delivery.hold(envelope -> envelope.type().equals("sharing.progress"));
    release();
    run();
    assertThat(steps.request(request).state()).isEqualTo("READY");

    ReadingView reading = steps.read(request);
    assertThat(reading.state()).isEqualTo("REFUSED");
    assertThat(reading.reason()).contains("PATIENT_FORGOTTEN");
  }

  /** The grant was made and signed in time, but comes after the order. */
  @Test
  void grant_shouldBeRefused_whenItComesAfterTheOrder() throws Exception {
    String request = steps.ask(episode);
    world.delivery.hold(envelope -> envelope.type().equals("sharing.grant"));
    steps.consent(request);
    forget();
    world.delivery.release();

    assertThat(Steps.count(world, "sharing_case", "protected_keys is not null")).isZero();
    assertThat(steps.onlyCase().state()).isEqualTo("FORGOTTEN");
    assertThatThrownBy(steps::issue)
        .isInstanceOfSatisfying(
            RefusedException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.ALREADY_DECIDED));
  }

  @Test
  void chain_shouldStillVerify() throws Exception {
    steps.readyToRead(episode);
    forget();

    ByteArrayOutputStream file = new ByteArrayOutputStream();
    world.run(
        world.auditor,
        () -> world.bean(org.epione.audit.boundary.Audit.class).export("HOSPITAL-A", file));
    assertThat(
            new ChainVerifier(world.crypto)
                .verify(new ByteArrayInputStream(file.toByteArray()), ProgressListener.NONE)
                .isValid())
        .isTrue();
  }

  @Test
  void emergency_shouldBeReviewedFirst_andNoneBeOpenedAfterwards() throws Exception {
    EmergencyActs acts = new EmergencyActs(world);
    String open = acts.open().id();
    ask();
    assertThat(only().obstacle()).contains(Obstacle.EMERGENCY_OPEN);
    assertThatThrownBy(this::release)
        .isInstanceOfSatisfying(
            RefusedException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.FORGETTING_EMERGENCY_OPEN));
    world.later(Duration.ofMinutes(1));
    acts.review(open, true, "She was unconscious.");
    release();
    run();

    assertThat(only().state()).isEqualTo(ForgettingState.FORGOTTEN);
    assertThat(Steps.count(world, "emergency", "1 = 1")).isZero();
    assertThat(Steps.count(world, "emergency_case", "1 = 1")).isZero();
    assertThat(Steps.count(world, "emergency_share", "1 = 1")).isZero();
    assertThatThrownBy(acts::ask).isInstanceOf(RefusedException.class);
  }

  private void forget() throws Exception {
    world.later(Duration.ofMinutes(1));
    ask();
    release();
    run();
    assertThat(only().state()).isEqualTo(ForgettingState.FORGOTTEN);
  }

  private void ask() throws Exception {
    world.run(world.patient, () -> world.bean(OwnForgetting.class).ask(Person.password()));
    String id = only().id();
    world.run(
        registrar,
        () -> world.bean(ForgettingDesk.class).examine(id, "Passport seen", Person.password()));
    world.later(Duration.ofDays(7));
  }

  private void release() throws Exception {
    String id = only().id();
    world.run(
        administrator,
        () ->
            world.bean(ForgettingRelease.class).release(id, "Nothing against", Person.password()));
  }

  private void run() {
    world.bean(DestructionRunner.class).look();
    world.delivery.all();
    world.bean(DestructionRunner.class).look();
  }

  private ForgettingView only() throws Exception {
    return world.as(administrator, () -> world.bean(ForgettingRelease.class).requests()).get(0);
  }
}
