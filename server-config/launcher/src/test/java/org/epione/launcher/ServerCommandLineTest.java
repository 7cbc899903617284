package org.epione.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.epione.settings.InvalidSettingException;
import org.epione.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerCommandLineTest {

  @TempDir Path home;

  private ServerSettings settings(Map<String, String> more) {
    return ServerSettings.of(new Settings(Map.of("epione.home", home.toString())::get, more::get));
  }

  @Test
  void of_shouldCarryNoSecret_whenTheSettingsHaveThem() {
    ServerSettings settings =
        settings(Map.of("EPIONE_ADMIN_PASSWORD", "hunter2", "EPIONE_DB_PASSWORD", "hunter3"));
    List<String> words =
        ServerCommandLine.of(settings, new Distribution(home), new ServerFiles(home));
    assertThat(String.join(" ", words)).doesNotContain("hunter");
  }

  @Test
  void of_shouldDeployTheAdapterBeforeTheApplication() {
    List<String> words =
        ServerCommandLine.of(settings(Map.of()), new Distribution(home), new ServerFiles(home));
    assertThat(words.indexOf(home.resolve("artemis-rar.rar").toString()))
        .isLessThan(words.indexOf(home.resolve("ehr.war").toString()));
  }

  @Test
  void settings_shouldListenOnThisMachineOnly_whenNothingIsSaid() {
    assertThat(settings(Map.of()).address().isLoopbackAddress()).isTrue();
    assertThat(settings(Map.of("EPIONE_HTTP_ADDRESS", "0.0.0.0")).portal())
        .hasToString("http://127.0.0.1:8080/ehr/");
    assertThat(settings(Map.of("EPIONE_HTTP_ADDRESS", "::1")).portal().getHost()).startsWith("[");
  }

  @Test
  void settings_shouldRefuse_whenTheMemoryIsNoSize() {
    assertThatThrownBy(() -> settings(Map.of("EPIONE_MEMORY", "1g -Dx=y")))
        .isInstanceOf(InvalidSettingException.class);
  }

  @Test
  void prepare_shouldRemoveWhatAnEarlierRunLeft() throws Exception {
    ServerFiles files = new ServerFiles(home);
    files.prepare(settings(Map.of()));
    Path leftover = Files.createDirectories(files.root().resolve("x")).resolve("y");
    Files.writeString(leftover, "old");
    files.prepare(settings(Map.of()));
    assertThat(files.root()).doesNotExist();
    assertThat(files.logging()).content().contains(home.toString()).doesNotContain("{logs}");
    assertThat(files.beforeBoot()).content().contains("127.0.0.1").doesNotContain("{address}");
  }
}
