package org.epione.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.JMSException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.epione.demo.client.AdministratorDesk;
import org.epione.demo.client.AdministratorDesk.DeadLetter;
import org.epione.demo.client.HospitalIntegration;
import org.epione.demo.client.PortalRefusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A message that cannot be processed is kept and shown with its reason, and goes only by a decision
 * that a person takes once.
 */
class DeadLetterIT {
  private final World world = World.played();
  // It came from outside and names no party: whoever runs the server decides.
  private final AdministratorDesk keeper =
      new AdministratorDesk(Role.SYSTEM_MANAGER.in(world.stage()));
  private final Set<Long> known = new HashSet<>();

  @BeforeEach
  void lookUp() {
    known.addAll(keeper.deadLetters().stream().map(DeadLetter::id).collect(Collectors.toSet()));
  }

  @Test
  void message_shouldBeShownWithReason_whenItIsOfAnUnreadableKind() throws JMSException {
    DeadLetter letter = unreadable();
    assertThat(letter.queue()).isEqualTo(HospitalIntegration.INTAKE);
    assertThat(letter.reason()).isNotBlank().isNotEqualTo("no reason was noted");
    assertThat(letter.state()).isEqualTo("WAITING");
    keeper.discard(letter.id(), "made by a test");
  }

  @Test
  void message_shouldBeHandledAgain_whenReplayed() throws JMSException {
    DeadLetter letter = unreadable();
    keeper.replay(letter.id());
    assertThat(state(letter)).isEqualTo("REPLAYED");
    assertThatThrownBy(() -> keeper.replay(letter.id()))
        .isInstanceOfSatisfying(
            PortalRefusal.class, refusal -> assertThat(refusal.code()).isEqualTo("EHR-1005"));
    assertThatThrownBy(() -> keeper.discard(letter.id(), "too late"))
        .isInstanceOf(PortalRefusal.class);
  }

  @Test
  void message_shouldStay_whenDiscardedWithoutReason() throws JMSException {
    DeadLetter letter = unreadable();
    assertThatThrownBy(() -> keeper.discard(letter.id(), " "))
        .isInstanceOfSatisfying(
            PortalRefusal.class, refusal -> assertThat(refusal.code()).isEqualTo("EHR-1031"));
    assertThat(state(letter)).isEqualTo("WAITING");
    keeper.discard(letter.id(), "made by a test");
    assertThat(state(letter)).isEqualTo("DISCARDED");
  }

  @Test
  void message_shouldNotBeFound_whenItIsKeptForAnother() throws JMSException {
    DeadLetter letter = unreadable();
    AdministratorDesk other = world.stage().administrator(world.data().hospital("HOSPITAL-A"));
    assertThat(other.deadLetters()).extracting(DeadLetter::id).doesNotContain(letter.id());
    assertThatThrownBy(() -> other.replay(letter.id()))
        .isInstanceOfSatisfying(
            PortalRefusal.class, refusal -> assertThat(refusal.code()).isEqualTo("EHR-1003"));
    assertThat(state(letter)).isEqualTo("WAITING");
    keeper.discard(letter.id(), "made by a test");
  }

  /** Hands in what is neither bytes nor text, and waits until the broker has given it up. */
  private DeadLetter unreadable() throws JMSException {
    try (var integration = new HospitalIntegration(world.installation().target().broker())) {
      var session = integration.session();
      session
          .createProducer(integration.queue(HospitalIntegration.INTAKE))
          .send(session.createMapMessage());
    }
    return world
        .stage()
        .waiting()
        .until("the dead letter", "failed messages", () -> arrived(keeper.deadLetters()));
  }

  private Optional<DeadLetter> arrived(List<DeadLetter> letters) {
    return letters.stream().filter(letter -> known.add(letter.id())).findFirst();
  }

  private String state(DeadLetter letter) {
    return keeper.deadLetters().stream()
        .filter(each -> each.id() == letter.id())
        .findFirst()
        .orElseThrow()
        .state();
  }
}
