package org.epione.chain.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.epione.ledger.connector.port.AnchorNetwork;
import org.epione.settings.InvalidSettingException;
import org.epione.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnchorSettingsTest {

  private static final Map<String, String> LEAST =
      Map.of("EPIONE_ANCHOR_URL", "https://node.example/v3/s3cret", "EPIONE_ANCHOR_CHAIN_ID", "1");

  private static Optional<AnchorNetwork> network(Map<String, String> environment) {
    return AnchorSettings.network(new Settings(name -> null, environment::get));
  }

  @Test
  void network_shouldBeNone_withoutAnAddress() {
    assertThat(network(Map.of("EPIONE_ANCHOR_CHAIN_ID", "1"))).isEmpty();
  }

  @Test
  void network_shouldHaveDefaults() {
    assertThat(network(LEAST))
        .contains(
            new AnchorNetwork(
                "chain 1",
                URI.create("https://node.example/v3/s3cret"),
                Optional.empty(),
                1,
                Duration.ofHours(1),
                12,
                new BigInteger("200000000000")));
  }

  @Test
  void network_shouldNeedTheChainsIdentifier() {
    assertThatThrownBy(() -> network(Map.of("EPIONE_ANCHOR_URL", "http://node.example")))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("EPIONE_ANCHOR_CHAIN_ID");
  }

  @ParameterizedTest
  @CsvSource({
    "EPIONE_ANCHOR_URL, s3cret.example",
    "EPIONE_ANCHOR_URL, ftp://s3cret.example",
    "EPIONE_ANCHOR_URL, http:s3cret",
    "EPIONE_ANCHOR_URL, http://s3cret example/",
    "EPIONE_ANCHOR_CHAIN_ID, 0",
    "EPIONE_ANCHOR_CHAIN_ID, s3cret",
    "EPIONE_ANCHOR_NETWORK, <b>s3cret",
    "EPIONE_ANCHOR_TOKEN, s3cret token",
    "EPIONE_ANCHOR_MINUTES, 0",
    "EPIONE_ANCHOR_CONFIRMATIONS, 0",
    "EPIONE_ANCHOR_MAX_GWEI, -1",
  })
  void network_shouldBeRefused_withoutRepeatingTheValue(String variable, String value) {
    Map<String, String> environment = new HashMap<>(LEAST);
    environment.put(variable, value);
    assertThatThrownBy(() -> network(environment))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining(variable)
        .hasMessageNotContaining("s3cret")
        .hasNoSuppressedExceptions();
  }
}
