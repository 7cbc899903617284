package org.epione.broker;

import java.nio.file.Path;
import java.util.Optional;
import org.epione.settings.Settings;

/**
 * What the installation says about the broker inside the server.
 *
 * @param data the folder of its journal
 * @param listen where outside systems connect ({@code tcp://host:port}), empty: nowhere
 * @param user the outside systems' user name
 * @param password the outside systems' password; empty: nobody outside may sign in
 */
record BrokerSettings(Path data, Optional<String> listen, String user, String password) {

  static BrokerSettings of(Settings settings) {
    Optional<String> listen = settings.text("epione.broker.listen");
    String user = settings.text("epione.broker.listen.user", "");
    String password = settings.secret("epione.broker.listen.password").map(String::new).orElse("");
    if (listen.isPresent() && (user.isEmpty() || password.isEmpty())) {
      throw new IllegalArgumentException(
          "EHR-9011 EPIONE_BROKER_LISTEN is set, but EPIONE_BROKER_LISTEN_USER or"
              + " EPIONE_BROKER_LISTEN_PASSWORD is not. Set both, or listen nowhere.");
    }
    return new BrokerSettings(settings.home().resolve("broker"), listen, user, password);
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "broker in " + data + listen.map(address -> ", listening at " + address).orElse("");
  }
}
