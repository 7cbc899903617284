package org.epione.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.epione.demo.Stage;
import org.epione.demo.client.AuditorDesk;
import org.epione.demo.client.AuditorDesk.EpisodeCheck;
import org.epione.demo.client.Episode;
import org.epione.demo.client.PatientDesk;
import org.epione.demo.client.PortalAnswer;
import org.junit.jupiter.api.Test;

/** Somebody with access to the cloud's disk changes a stored ciphertext. */
class StoredCiphertextIT {
  private final World world = World.played();
  private final Stage stage = world.stage();

  @Test
  void check_shouldNameCloudAndFile_whenOneBitWasFlipped() throws IOException {
    Episode episode = world.episode("back-pain");
    Path file = fileOf(episode);
    byte[] original = Files.readAllBytes(file);
    byte[] altered = original.clone();
    altered[altered.length / 2] ^= 1;
    try {
      Files.write(file, altered);
      EpisodeCheck found = check(episode);
      assertThat(found.sound()).isFalse();
      assertThat(found.ciphertext()).isEqualTo("ALTERED");
      assertThat(found.findings())
          .anySatisfy(
              finding -> {
                assertThat(finding.ok()).isFalse();
                assertThat(finding.party()).startsWith("CLOUD");
              });
      assertThat(openRecord(episode)).as("nothing altered is shown to the patient").isFalse();
    } finally {
      Files.write(file, original);
    }
    assertThat(check(episode).sound()).isTrue();
  }

  @Test
  void check_shouldSayMissing_whenFileWasDeleted() throws IOException {
    Episode episode = world.episode("back-pain");
    Path file = fileOf(episode);
    Path away = file.resolveSibling(file.getFileName() + ".away");
    Files.move(file, away);
    try {
      EpisodeCheck found = check(episode);
      assertThat(found.sound()).isFalse();
      assertThat(found.ciphertext()).isEqualTo("MISSING");
    } finally {
      Files.move(away, file);
    }
  }

  private EpisodeCheck check(Episode episode) {
    AuditorDesk desk = stage.auditor();
    String id = desk.beginCheck("HOSPITAL-A", episode.id());
    return stage.waiting().until("the check", "the auditor's page", () -> desk.check(id));
  }

  private boolean openRecord(Episode episode) {
    PatientDesk desk = stage.patient("chris.hegmann");
    String opening = desk.openRecord(episode.id());
    PortalAnswer answer =
        stage
            .waiting()
            .until(
                "the cloud's answer",
                "the patient's records",
                () ->
                    Optional.of(desk.session().ask("GET", opening, null))
                        .filter(a -> a.status() != 202));
    return answer.accepted();
  }

  /** The file that the cloud's receipt on the chain names. */
  private Path fileOf(Episode episode) throws IOException {
    Path location = Path.of(stage.auditor().location("HOSPITAL-A", episode.id()));
    try (Stream<Path> files = Files.walk(world.installation().home())) {
      List<Path> found = files.filter(path -> path.endsWith(location)).toList();
      assertThat(found).as("files at " + location).hasSize(1);
      return found.get(0);
    }
  }
}
