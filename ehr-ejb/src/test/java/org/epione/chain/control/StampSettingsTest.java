package org.epione.chain.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.epione.ledger.connector.port.StampService;
import org.epione.settings.InvalidSettingException;
import org.epione.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StampSettingsTest {

  @TempDir Path folder;

  private static Optional<StampService> service(Map<String, String> environment) {
    return StampSettings.service(new Settings(name -> null, environment::get));
  }

  @Test
  void service_shouldBeNone_withoutAnAddress() {
    assertThat(service(Map.of())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no certificate",
        "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"
      })
  void service_shouldBeRefused_withoutCertificates(String content) throws Exception {
    Path file = Files.writeString(folder.resolve("tsa.pem"), content);
    Map<String, String> environment =
        Map.of(
            "EPIONE_TSA_URL", "https://tsa.example/", "EPIONE_TSA_CERTIFICATES", file.toString());
    assertThatThrownBy(() -> service(environment))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("EPIONE_TSA_CERTIFICATES");
  }

  @Test
  void service_shouldBeRefused_whenTheFileIsMissing() {
    Map<String, String> environment = Map.of("EPIONE_TSA_URL", "https://tsa.example/");
    assertThatThrownBy(() -> service(environment))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("EPIONE_TSA_CERTIFICATES");
  }

  @Test
  void service_shouldBeRefused_whenTheAddressIsNone() throws Exception {
    assertThatThrownBy(() -> service(Map.of("EPIONE_TSA_URL", "s3cret")))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("EPIONE_TSA_URL")
        .hasMessageNotContaining("s3cret");
  }
}
