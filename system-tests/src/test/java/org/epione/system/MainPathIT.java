package org.epione.system;

import static org.assertj.core.api.Assertions.assertThat;

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
    assertThat(world.actsOf("chest-pain"))
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
    assertThat(world.actsOf("back-pain"))
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
