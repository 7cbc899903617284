package org.epione.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.epione.demo.client.AuditorDesk.Act;
import org.epione.demo.client.Episode;
import org.junit.jupiter.api.Test;

/** The main job, played by the demonstration on the real server. */
class MainPathIT {
  private final World world = World.played();

  @Test
  void play_shouldVerifyEveryStep_whenServerIsNew() {
    assertThat(world.everyStepVerified()).as(world.told()).isTrue();
  }

  @Test
  void play_shouldPutEveryActOnTheChainOnce_whenRecordIsShared() {
    Episode episode = world.episode("chest-pain");
    List<Act> acts = world.stage().auditor().acts("HOSPITAL-A", episode.id());
    assertThat(acts)
        .extracting(Act::act)
        .containsExactly(
            "EPISODE_OPENED",
            "DIAGNOSIS",
            "STORED",
            "ACCESS_REQUESTED",
            "CONSENT_GIVEN",
            "RE_ENCRYPTION_KEY_ISSUED",
            "RECORD_READ",
            "CONSENT_WITHDRAWN",
            "ACCESS_REFUSED");
  }

  @Test
  void play_shouldDiscloseNothing_whenPatientRefuses() {
    Episode episode = world.episode("back-pain");
    assertThat(world.stage().auditor().acts("HOSPITAL-A", episode.id()))
        .extracting(Act::act)
        .contains("CONSENT_REFUSED")
        .doesNotContain("CONSENT_GIVEN", "RE_ENCRYPTION_KEY_ISSUED", "RECORD_READ");
  }

  @Test
  void accounts_shouldBeReadableByOwnerOnly_whenWrittenDown() throws Exception {
    assertThat(
            java.nio.file.Files.getPosixFilePermissions(
                world.installation().home().resolve("demonstration-accounts.txt")))
        .extracting(Enum::name)
        .containsExactlyInAnyOrder("OWNER_READ", "OWNER_WRITE");
  }
}
