package org.epione.chain.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Optional;
import org.epione.ledger.connector.port.AnchorNetwork;
import org.epione.settings.InvalidSettingException;
import org.epione.settings.Settings;

/**
 * In which network checkpoints are anchored: {@code EPIONE_ANCHOR_URL} and {@code
 * EPIONE_ANCHOR_CHAIN_ID}, without which there is none, and how. Address and token may be secret
 * and appear in no message.
 */
@ApplicationScoped
public class AnchorSettings {

  private static final BigInteger GIGA = BigInteger.valueOf(1_000_000_000);
  private static final int MOST_MINUTES = 525_600;
  private static final int MOST_CONFIRMATIONS = 100;
  private static final int MOST_GWEI = 1_000_000;
  private static final int DEFAULT_MINUTES = 60;
  private static final int DEFAULT_CONFIRMATIONS = 12;
  private static final int DEFAULT_GWEI = 200;

  @Inject private Settings settings;

  /**
   * The network; none without an address.
   *
   * @throws InvalidSettingException when a setting cannot be used
   */
  public Optional<AnchorNetwork> network() {
    return network(settings);
  }

  /** The one of these settings. */
  static Optional<AnchorNetwork> network(Settings settings) {
    return settings.text("epione.anchor.url").map(url -> network(settings, url));
  }

  private static AnchorNetwork network(Settings settings, String url) {
    int chain = settings.number("epione.anchor.chain.id", 0, 1, Integer.MAX_VALUE);
    if (chain == 0) {
      throw new InvalidSettingException(
          "EPIONE_ANCHOR_CHAIN_ID", "set to the network's chain id beside EPIONE_ANCHOR_URL", null);
    }
    return new AnchorNetwork(
        name(settings, chain),
        OutsideAddress.of("EPIONE_ANCHOR_URL", url),
        token(settings),
        chain,
        Duration.ofMinutes(
            settings.number("epione.anchor.minutes", DEFAULT_MINUTES, 1, MOST_MINUTES)),
        settings.number(
            "epione.anchor.confirmations", DEFAULT_CONFIRMATIONS, 1, MOST_CONFIRMATIONS),
        GIGA.multiply(
            BigInteger.valueOf(
                settings.number("epione.anchor.max.gwei", DEFAULT_GWEI, 0, MOST_GWEI))));
  }

  private static String name(Settings settings, int chain) {
    String name = settings.text("epione.anchor.network", "chain " + chain);
    if (!name.matches("[\\p{L}\\p{N} ._-]{1,64}")) {
      throw new InvalidSettingException(
          "EPIONE_ANCHOR_NETWORK", "1 to 64 letters, digits, spaces and . _ -", null);
    }
    return name;
  }

  private static Optional<String> token(Settings settings) {
    Optional<String> token = settings.text("epione.anchor.token");
    if (token.filter(given -> !given.matches("[!-~]+")).isPresent()) {
      throw new InvalidSettingException(
          "EPIONE_ANCHOR_TOKEN", "visible ASCII characters without spaces", null);
    }
    return token;
  }
}
