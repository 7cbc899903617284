package org.epione.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.epione.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreflightTest {

  @TempDir Path folder;

  @Test
  void checkJava_shouldRefuse_whenItIsTooOld() {
    assertThatThrownBy(() -> Preflight.checkJava(11)).hasMessageStartingWith("EHR-9101");
    assertThatCode(() -> Preflight.checkJava(17)).doesNotThrowAnyException();
  }

  @Test
  void checkPort_shouldRefuse_whenItIsTaken() throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (ServerSocket taken = new ServerSocket(0, 1, loopback)) {
      assertThatThrownBy(() -> Preflight.checkPort(loopback, taken.getLocalPort()))
          .hasMessageStartingWith("EHR-9103")
          .hasMessageContaining("EPIONE_HTTP_PORT");
    }
  }

  @Test
  void checkHome_shouldRefuse_whenAFileIsInTheWay() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertThatThrownBy(() -> Preflight.checkHome(file.resolve("home")))
        .hasMessageStartingWith("EHR-9102")
        .hasMessageContaining("EPIONE_HOME");
  }

  @Test
  void checkHome_shouldRefuse_whenTheFolderIsReadOnly() throws IOException {
    Path home = Files.createDirectory(folder.resolve("home"));
    assertThat(home.toFile().setWritable(false)).isTrue();
    assumeFalse(Files.isWritable(home), "this user may write everywhere");
    assertThatThrownBy(() -> Preflight.checkHome(home)).hasMessageStartingWith("EHR-9102");
  }

  @Test
  void checkHome_shouldLeaveNothingBehind_whenAllIsWell() throws Exception {
    Preflight.checkHome(folder.resolve("home"));
    assertThat(folder.resolve("home")).isEmptyDirectory();
  }

  @Test
  void checkMachine_shouldRefuse_whenTheServersFilesAreMissing() {
    ServerSettings settings =
        ServerSettings.of(
            new Settings(Map.of("epione.home", folder.toString())::get, name -> null));
    assertThatThrownBy(() -> new Preflight(new Distribution(folder), settings).checkMachine())
        .hasMessageStartingWith("EHR-9106");
  }

  @Test
  void settings_shouldRefuse_whenBrowsersWouldMakeNoPasskeyForThePortal() {
    Settings settings =
        new Settings(Map.of("epione.portal.origin", "http://10.0.0.7:8080")::get, name -> null);
    assertThatThrownBy(() -> ServerSettings.of(settings))
        .hasMessageStartingWith("EHR-9001")
        .hasMessageContaining("EPIONE_PORTAL_ORIGIN");
  }

  @Test
  void settings_shouldRefuse_whenThereIsNoSuchTimeZone() {
    Settings settings = new Settings(Map.of("epione.time.zone", "Europe/Wien")::get, name -> null);
    assertThatThrownBy(() -> ServerSettings.of(settings))
        .hasMessageStartingWith("EHR-9001")
        .hasMessageContaining("EPIONE_TIME_ZONE");
  }

  @Test
  void take_shouldRefuse_whenAnotherHasTheFolder() throws Exception {
    HomeLock first = HomeLock.take(folder);
    assertThatThrownBy(() -> HomeLock.take(folder)).hasMessageStartingWith("EHR-9105");
    first.close();
    HomeLock.take(folder).close();
  }
}
