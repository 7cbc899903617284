package org.epione.demo;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.epione.demo.client.BrokerAddress;
import org.epione.station.Subscription;

/**
 * What the demonstration is played against.
 *
 * @param portal address of the portal, ending in {@code /ehr/}
 * @param broker where the hospital systems hand in their messages
 * @param stations where doctors' stations get the blocks; without, they ask the portal
 * @param home where the demonstration keeps its account list and the exported chains
 * @param firstUserName of the first administrator, made when the server first started
 * @param firstPassword of the first administrator, never printed
 */
public record Target(
    URI portal,
    BrokerAddress broker,
    Optional<Subscription> stations,
    Path home,
    String firstUserName,
    String firstPassword) {

  /** Refuses an address that relative paths cannot be resolved against. */
  public Target {
    if (!portal.isAbsolute() || !portal.getPath().endsWith("/")) {
      throw new IllegalArgumentException(
          "The portal's address must end with a slash, for example http://127.0.0.1:8080/ehr/");
    }
  }

  @Override
  public String toString() {
    return portal + ", broker " + broker;
  }
}
