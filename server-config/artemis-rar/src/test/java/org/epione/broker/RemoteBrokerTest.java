package org.epione.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.epione.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RemoteBrokerTest {

  private static Settings url(String url) {
    Map<String, String> environment = Map.of("EPIONE_BROKER_URL", url);
    return new Settings(name -> null, environment::get);
  }

  @Test
  void of_shouldBeEmpty_whenNoBrokerIsNamed() {
    assertThat(RemoteBroker.of(url(""))).isEmpty();
  }

  @Test
  void of_shouldGiveHostAndPortAndTransportParameters() {
    RemoteBroker broker =
        RemoteBroker.of(url("tcp://mq.example:61617?sslEnabled=true")).orElseThrow();
    assertThat(broker.parameters()).isEqualTo("host=mq.example;port=61617;sslEnabled=true");
    assertThat(broker.clustered()).isFalse();
  }

  @Test
  void of_shouldGiveOneConnectorEach_whenThereAreSeveral() {
    RemoteBroker broker = RemoteBroker.of(url("tcp://a:1, tcp://b:2")).orElseThrow();
    assertThat(broker.parameters()).isEqualTo("host=a;port=1,host=b;port=2");
    assertThat(broker.connectors().split(",")).hasSize(2);
    assertThat(broker.clustered()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"mq:61617", "http://mq:61617", "tcp://mq", "tcp://mq:61617,", "tcp://m q"})
  void of_shouldRefuse_whenItIsNoBrokerAddress(String url) {
    assertThatThrownBy(() -> RemoteBroker.of(url(url))).hasMessageStartingWith("EHR-9010");
  }
}
