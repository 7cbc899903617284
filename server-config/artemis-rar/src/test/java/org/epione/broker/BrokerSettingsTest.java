package org.epione.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.epione.settings.Settings;
import org.junit.jupiter.api.Test;

class BrokerSettingsTest {

  private static BrokerSettings of(Map<String, String> environment) {
    return BrokerSettings.of(new Settings(name -> null, environment::get));
  }

  @Test
  void of_shouldListenNowhere_whenNothingIsSet() {
    assertThat(of(Map.of()).listen()).isEmpty();
  }

  @Test
  void of_shouldRefuse_whenItWouldListenWithoutCredentials() {
    assertThatThrownBy(() -> of(Map.of("EPIONE_BROKER_LISTEN", "tcp://127.0.0.1:1")))
        .hasMessageStartingWith("EHR-9011");
  }

  @Test
  void of_shouldRefuse_whenStationsSignInAsNobodyOrAsTheHospitalSystems() {
    assertThatThrownBy(() -> of(Map.of("EPIONE_BROKER_STATIONS_PASSWORD", "x")))
        .hasMessageStartingWith("EHR-9014");
    assertThatThrownBy(
            () ->
                of(
                    Map.of(
                        "EPIONE_BROKER_LISTEN_USER", "lab",
                        "EPIONE_BROKER_STATIONS_USER", "lab",
                        "EPIONE_BROKER_STATIONS_PASSWORD", "x")))
        .hasMessageStartingWith("EHR-9014");
  }

  @Test
  void toString_shouldShowNoPassword() {
    assertThat(
            of(Map.of(
                    "EPIONE_BROKER_LISTEN", "tcp://127.0.0.1:1",
                    "EPIONE_BROKER_LISTEN_USER", "lab",
                    "EPIONE_BROKER_LISTEN_PASSWORD", "hunter2"))
                .toString())
        .doesNotContain("hunter2")
        .contains("tcp://127.0.0.1:1");
  }
}
