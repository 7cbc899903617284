package org.epione.team.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.epione.crypto.codec.ByteString;
import org.junit.jupiter.api.Test;

class EpisodeTest {

  private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

  private final Episode episode =
      new Episode(
          new EpisodeIdentity("00", "HOSPITAL-A", "CLOUD", "E-0000-0000-0000", "00"),
          new EpisodePatient(
              "account",
              "patient",
              ByteString.of(new byte[1]),
              ByteString.of(new byte[96]),
              ByteString.of(new byte[1])),
          "registrar",
          NOW);

  private void treat() {
    episode.warranted("11", NOW);
    episode.begin(NOW);
  }

  @Test
  void states_shouldLeadToFinal_whenNothingGoesWrong() {
    treat();
    episode.handedOver(1, NOW);
    episode.accepted(NOW);
    episode.seal(NOW);
    episode.complete(NOW);
    assertThat(episode.state()).isEqualTo(EpisodeState.FINAL);
    assertThat(episode.state().isOver()).isTrue();
  }

  @Test
  void begin_shouldRefuse_whenWarrantsAreMissing() {
    assertThatThrownBy(() -> episode.begin(NOW)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void warranted_shouldRefuse_whenTheTeamWasDeclined() {
    episode.decline(NOW);
    assertThatThrownBy(() -> episode.warranted("11", NOW))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void handedOver_shouldRefuse_whenAStepIsLeftOutOrRepeated() {
    treat();
    assertThatThrownBy(() -> episode.handedOver(2, NOW)).isInstanceOf(IllegalStateException.class);
    episode.handedOver(1, NOW);
    assertThatThrownBy(() -> episode.handedOver(1, NOW)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void seal_shouldRefuse_whenTheEpisodeWasStopped() {
    treat();
    episode.stop("RESIGN_LIMIT", NOW);
    assertThatThrownBy(() -> episode.seal(NOW)).isInstanceOf(IllegalStateException.class);
    assertThat(episode.reason()).contains("RESIGN_LIMIT");
  }

  @Test
  void reject_shouldRefuse_whenNothingIsOnItsWay() {
    treat();
    assertThatThrownBy(() -> episode.reject("X", NOW)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void close_shouldRefuse_whenTheTurnIsOver() {
    Turn turn = new Turn(new TeamMember("00", 1, 1, "a", "b", new byte[1]), 1, NOW, NOW);
    turn.draft(new byte[1], NOW);
    turn.close(TurnState.PASSED_ON, NOW);
    assertThat(turn.sealedDraft()).isEmpty();
    assertThatThrownBy(() -> turn.close(TurnState.SENT_BACK, NOW))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> turn.draft(new byte[1], NOW))
        .isInstanceOf(IllegalStateException.class);
  }
}
