package org.epione.broker;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.epione.settings.Settings;
import org.jspecify.annotations.Nullable;

/**
 * What the installation says about the broker inside the server.
 *
 * @param data the folder of its journal
 * @param listen where outside systems connect ({@code tcp://host:port}), empty: nowhere
 * @param user the outside systems' user name
 * @param password the outside systems' password in UTF-8
 */
record BrokerSettings(Path data, Optional<String> listen, String user, byte @Nullable [] password) {

  static BrokerSettings of(Settings settings) {
    Optional<String> listen = settings.text("epione.broker.listen");
    String user = settings.text("epione.broker.listen.user", "");
    byte[] password =
        settings
            .secret("epione.broker.listen.password")
            .map(secret -> new String(secret).getBytes(StandardCharsets.UTF_8))
            .orElse(null);
    if (listen.isPresent() && (user.isEmpty() || password == null)) {
      throw new IllegalArgumentException(
          "EHR-9011 EPIONE_BROKER_LISTEN is set, but EPIONE_BROKER_LISTEN_USER or"
              + " EPIONE_BROKER_LISTEN_PASSWORD is not. Set both, or listen nowhere.");
    }
    return new BrokerSettings(settings.home().resolve("broker"), listen, user, password);
  }

  @Override
  public String toString() {
    return "broker in " + data + listen.map(address -> ", listening at " + address).orElse("");
  }
}
