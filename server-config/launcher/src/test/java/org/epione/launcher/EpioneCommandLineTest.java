package org.epione.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.epione.settings.Settings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EpioneCommandLineTest {

  @TempDir Path folder;
  private final Said said = new Said();
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void home() {
    environment.put("EPIONE_HOME", folder.resolve("home").toString());
  }

  private int run(String... words) throws InterruptedException {
    return new EpioneCommandLine(new Settings(name -> null, environment::get), said.terminal)
        .run(List.of(words));
  }

  @Test
  void run_shouldListEveryCommand_whenNothingIsAsked() throws InterruptedException {
    assertThat(run()).isZero();
    assertThat(said.output())
        .contains(
            "start",
            "demo",
            "export-chain",
            "verify-chain",
            "verify-proof",
            "verify-evidence",
            "verify-report",
            "verify-certificate",
            "help");
  }

  @Test
  void run_shouldRefuse_whenTheCommandIsUnknown() throws InterruptedException {
    assertThat(run("strat")).isEqualTo(2);
    assertThat(said.complaints()).startsWith("EHR-9100").contains("strat");
  }

  @Test
  void run_shouldNameTheVariable_whenASettingIsWrong() throws InterruptedException {
    environment.put("EPIONE_HTTP_PORT", "eighty");
    assertThat(run("start")).isEqualTo(1);
    assertThat(said.complaints()).startsWith("EHR-9001").contains("EPIONE_HTTP_PORT");
    assertThat(folder.resolve("home")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "start now",
        "demo --twice",
        "demo --portal",
        "verify-chain",
        "verify-proof x",
        "verify-evidence x",
        "verify-evidence x y --chein z",
        "verify-report x",
        "verify-certificate x y",
        "export-chain x",
        "station",
        "station a b"
      })
  void run_shouldRefuse_whenTheArgumentsAreNotUnderstood(String line) throws InterruptedException {
    assertThat(run(line.split(" "))).isEqualTo(1);
    assertThat(said.complaints()).startsWith("EHR-9100");
  }

  @Test
  void exportChain_shouldLeaveTheFileAlone_whenItExists() throws Exception {
    Path file = Files.writeString(folder.resolve("chain"), "precious");
    assertThat(run("export-chain", "HOSPITAL-A", file.toString())).isEqualTo(1);
    assertThat(said.complaints()).startsWith("EHR-9112");
    assertThat(file).hasContent("precious");
  }

  @Test
  void exportChain_shouldSayWhatToSet_whenNobodyCanBeAsked() throws Exception {
    assertThat(run("export-chain", "HOSPITAL-A", folder.resolve("chain").toString())).isEqualTo(1);
    assertThat(said.complaints()).contains("EPIONE_USER");
  }

  @Test
  void verifyChain_shouldFail_whenTheFileIsNoChain() throws Exception {
    Path file = Files.write(folder.resolve("x"), "no chain".getBytes(StandardCharsets.UTF_8));
    assertThat(run("verify-chain", file.toString())).isEqualTo(1);
    assertThat(said.complaints()).startsWith("NOT VALID");
  }

  @Test
  void verifyChain_shouldFail_whenThereIsNoFile() throws Exception {
    assertThat(run("verify-chain", folder.resolve("x").toString())).isEqualTo(1);
    assertThat(said.complaints()).startsWith("EHR-9112");
  }

  @Test
  void verifyProof_shouldFail_whenTheKeyOrTheFileIsNone() throws Exception {
    String key = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    Path file = Files.write(folder.resolve("x"), "no proof".getBytes(StandardCharsets.UTF_8));
    assertThat(run("verify-proof", file.toString(), "key")).isEqualTo(1);
    assertThat(said.complaints()).startsWith("EHR-9114");
    assertThat(run("verify-proof", folder.resolve("y").toString(), key)).isEqualTo(1);
    assertThat(said.complaints()).contains("EHR-9112");
    assertThat(run("verify-proof", file.toString(), key)).isEqualTo(1);
    assertThat(said.complaints()).contains("NOT VALID");
  }

  @Test
  void station_shouldSayWhatToSet_untilItKnowsWhomToBelieve() throws Exception {
    String folder = this.folder.resolve("station").toString();
    assertThat(run("station", folder)).isEqualTo(1);
    assertThat(said.complaints()).contains("EHR-9111", "EPIONE_STATION_HOSPITAL");
    environment.put("EPIONE_STATION_HOSPITAL", "HOSPITAL-A");
    environment.put("EPIONE_STATION_MANAGER", "no key");
    assertThat(run("station", folder)).isEqualTo(1);
    assertThat(said.complaints()).contains("64 hexadecimal digits");
    environment.put("EPIONE_STATION_MANAGER", "00".repeat(32));
    environment.put("EPIONE_STATION_PORTAL", "localhost");
    assertThat(run("station", folder)).isEqualTo(1);
    assertThat(said.complaints()).contains("EPIONE_STATION_PORTAL must be");
    environment.put("EPIONE_STATION_PORTAL", "http://127.0.0.1:1/ehr/");
    environment.put("EPIONE_STATION_BROKER", "tcp://127.0.0.1:1");
    assertThat(run("station", folder)).isEqualTo(1);
    assertThat(said.complaints()).contains("EPIONE_BROKER_STATIONS_USER");
  }

  @Test
  void demo_shouldSayWhatToSet_whenItPlaysElsewhereWithoutCredentials() throws Exception {
    assertThat(run("demo", "--portal", "http://127.0.0.1:1/ehr", "--broker", "tcp://127.0.0.1:2"))
        .isEqualTo(1);
    assertThat(said.complaints()).startsWith("EHR-9111").contains("EPIONE_BROKER_LISTEN_USER");
  }
}
