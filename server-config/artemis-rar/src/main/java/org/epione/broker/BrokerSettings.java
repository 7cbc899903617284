package org.epione.broker;

import java.nio.file.Path;
import java.util.Optional;
import org.epione.settings.Settings;

/**
 * What the installation says about the broker inside the server.
 *
 * @param data the folder of its journal
 * @param listen where outside systems connect ({@code tcp://host:port}), empty: nowhere
 * @param systems as whom hospital systems sign in
 * @param stations as whom doctors' stations sign in
 */
record BrokerSettings(
    Path data, Optional<String> listen, OutsideUser systems, OutsideUser stations) {

  static BrokerSettings of(Settings settings) {
    Optional<String> listen = settings.text("epione.broker.listen");
    OutsideUser systems = user(settings, "epione.broker.listen");
    OutsideUser stations = user(settings, "epione.broker.stations");
    if (listen.isPresent() && (systems.name().isEmpty() || systems.password().isEmpty())) {
      throw new IllegalArgumentException(
          "EHR-9011 EPIONE_BROKER_LISTEN is set, but EPIONE_BROKER_LISTEN_USER or"
              + " EPIONE_BROKER_LISTEN_PASSWORD is not. Set both, or listen nowhere.");
    }
    if (!stations.password().isEmpty()
        && (stations.name().isEmpty() || stations.name().equals(systems.name()))) {
      throw new IllegalArgumentException(
          "EHR-9014 EPIONE_BROKER_STATIONS_PASSWORD is set, but EPIONE_BROKER_STATIONS_USER is not,"
              + " or is that of the hospital systems. Give stations a user name of their own.");
    }
    return new BrokerSettings(settings.home().resolve("broker"), listen, systems, stations);
  }

  private static OutsideUser user(Settings settings, String name) {
    return new OutsideUser(
        settings.text(name + ".user", ""),
        settings.secret(name + ".password").map(String::new).orElse(""));
  }

  /** Without the passwords. */
  @Override
  public String toString() {
    return "broker in " + data + listen.map(address -> ", listening at " + address).orElse("");
  }
}
