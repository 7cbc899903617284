package org.epione.chain.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.epione.ledger.connector.port.StampService;
import org.epione.ledger.stamp.BadStampException;
import org.epione.ledger.stamp.StampAuthorities;
import org.epione.settings.InvalidSettingException;
import org.epione.settings.Settings;

/**
 * Who stamps heads of logs: {@code EPIONE_TSA_URL} and {@code EPIONE_TSA_CERTIFICATES}, without
 * which nobody does.
 */
@ApplicationScoped
public class StampSettings {

  private static final String FILE = "EPIONE_TSA_CERTIFICATES";
  private static final String EXPECTED = "a PEM file with the authority's certificates";
  private static final int MOST_MINUTES = 525_600;
  private static final int DEFAULT_MINUTES = 60;

  @Inject private Settings settings;

  /**
   * The service; none without an address.
   *
   * @throws InvalidSettingException when a setting cannot be used
   */
  public Optional<StampService> service() {
    return service(settings);
  }

  /** The one of these settings. */
  static Optional<StampService> service(Settings settings) {
    return settings
        .text("epione.tsa.url")
        .map(
            url ->
                new StampService(
                    OutsideAddress.of("EPIONE_TSA_URL", url),
                    authorities(settings),
                    Duration.ofMinutes(
                        settings.number("epione.tsa.minutes", DEFAULT_MINUTES, 1, MOST_MINUTES))));
  }

  private static StampAuthorities authorities(Settings settings) {
    try {
      return StampAuthorities.parse(
          Files.readAllBytes(Path.of(settings.text("epione.tsa.certificates", ""))));
    } catch (IOException | InvalidPathException | BadStampException e) {
      throw new InvalidSettingException(FILE, EXPECTED, e);
    }
  }
}
