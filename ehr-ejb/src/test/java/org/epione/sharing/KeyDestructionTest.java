package org.epione.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.epione.sharing.control.Forged;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** After a withdrawal the proxy signs that its key is gone, and who does not is seen. */
class KeyDestructionTest {

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
  void patient_shouldSeeWhenTheKeyWasDestroyed() throws Exception {
    String request = steps.readyToRead(episode);
    assertThat(steps.decided().keyDestroyedAt()).isEmpty();
    world.later(Duration.ofMinutes(1));
    steps.withdraw(request);

    assertThat(steps.decided().keyDestroyedAt()).contains(world.now());
    assertThat(steps.decided().unconfirmed()).isFalse();
    assertThat(Steps.count(world, "sharing_case", "protected_keys is not null")).isZero();
    assertThat(world.delivery.rejected()).isEmpty();
  }

  @Test
  void patient_shouldSeeIt_whenTheWithdrawalOvertakesTheGrant() throws Exception {
    String request = steps.ask(episode);
    world.delivery.hold(envelope -> envelope.type().equals("sharing.grant"));
    steps.consent(request);
    steps.withdraw(request);
    assertThat(steps.decided().keyDestroyedAt()).isPresent();
    world.delivery.release();

    assertThat(Steps.count(world, "sharing_case", "protected_keys is not null")).isZero();
  }

  @Test
  void patient_shouldSeeThatNobodyAnswered_untilSomebodyDoes() throws Exception {
    String request = steps.readyToRead(episode);
    world.later(Duration.ofMinutes(1));
    world.delivery.hold(envelope -> envelope.type().equals("sharing.destroyed"));
    steps.withdraw(request);
    assertThat(steps.decided().keyDestroyedAt()).isEmpty();
    assertThat(steps.decided().unconfirmed()).isFalse();
    world.later(Duration.ofMinutes(61));
    assertThat(steps.decided().unconfirmed()).isTrue();
    world.delivery.release();

    assertThat(steps.decided().unconfirmed()).isFalse();
    assertThat(steps.decided().keyDestroyedAt()).isPresent();
  }

  @Test
  void receipt_shouldBeRejected_whenItIsNotTheSystemManagersOrOfAnotherWithdrawal()
      throws Exception {
    String first = steps.readyToRead(episode);
    world.later(Duration.ofMinutes(1));
    steps.withdraw(first);
    byte[] ofFirst = Delivery.payload(world.delivery.last("sharing.destroyed"));
    String second = steps.readyToRead(episode);
    world.later(Duration.ofMinutes(1));
    world.delivery.hold(envelope -> envelope.type().equals("sharing.destroyed"));
    steps.withdraw(second);
    byte[] sound = Delivery.payload(world.delivery.lastHeld());
    world.delivery.hold(envelope -> false);
    int before = world.delivery.rejected().size();

    world.send(World.B, World.A, "sharing.destroyed", sound);
    world.send(World.SM, World.B, "sharing.destroyed", sound);
    world.send(World.SM, World.A, "sharing.destroyed", Forged.destroyedLater(sound));
    world.send(World.SM, World.A, "sharing.destroyed", Forged.destroyedFor(ofFirst, sound));
    world.send(World.SM, World.A, "sharing.destroyed", java.util.Arrays.copyOf(sound, 40));

    assertThat(world.delivery.rejected()).hasSize(before + 5);
    assertThat(steps.decided().keyDestroyedAt()).isEmpty();
    world.send(World.SM, World.A, "sharing.destroyed", sound);
    assertThat(steps.decided().keyDestroyedAt()).isPresent();
  }
}
