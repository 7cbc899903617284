package org.epione.launcher;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.codec.ByteString;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.random.SecureRandomSource;
import org.epione.ledger.station.DamagedStoreException;
import org.epione.ledger.station.TrustAnchor;
import org.epione.settings.Settings;
import org.epione.station.StationFolder;
import org.epione.station.StationFolderException;
import org.epione.station.StationProgram;
import org.epione.station.Subscription;

/**
 * Runs a doctor's station: keeps a copy of the hospital's chain, checks and countersigns blocks.
 */
final class StationCommand implements Command {

  private static final Duration LOOK_AGAIN = Duration.ofSeconds(10);

  private final Settings settings;

  StationCommand(Settings settings) {
    this.settings = settings;
  }

  @Override
  public String synopsis() {
    return "FOLDER";
  }

  @Override
  public String purpose() {
    return "runs a doctor's station: keeps a copy of the chain in FOLDER, checks and countersigns"
        + " blocks until Ctrl-C";
  }

  @Override
  public int run(List<String> arguments, Terminal terminal)
      throws CommandFailure, InterruptedException {
    if (arguments.size() != 1) {
      throw new CommandFailure(
          "EHR-9100 Usage: ./ehr station FOLDER. ./ehr help lists the settings.");
    }
    TrustAnchor anchor = anchor();
    URI portal = portal();
    CryptoSuite crypto = CryptoSuite.create(new SecureRandomSource());
    try (StationFolder folder = StationFolder.open(Path.of(arguments.get(0)), crypto.ed25519())) {
      terminal.say("This is " + folder.key().identity().name() + ", at block " + folder.height());
      StationProgram program =
          new StationProgram(
              folder,
              anchor,
              portal,
              subscription(),
              crypto,
              Clock.systemUTC(),
              LOOK_AGAIN,
              terminal::say);
      if (program.run()) {
        return 0;
      }
      terminal.complain(
          "EHR-9123 The hospital signed two histories; its portal has been told. Take "
              + folder.evidenceFile()
              + " to the system manager.");
      return 1;
    } catch (StationFolderException unusable) {
      throw new CommandFailure(String.valueOf(unusable.getMessage()), unusable);
    } catch (DamagedStoreException damaged) {
      throw new CommandFailure(
          "EHR-9122 In "
              + arguments.get(0)
              + " "
              + damaged.getMessage()
              + ", or it is of another chain. Start a station on a new folder, and withdraw this"
              + " one in the portal.",
          damaged);
    }
  }

  private TrustAnchor anchor() throws CommandFailure {
    String hospital = needed("epione.station.hospital", "the hospital's code");
    String key = needed("epione.station.manager", "the system manager's key, 64 digits");
    try {
      return new TrustAnchor(hospital, ByteString.ofHex(key));
    } catch (IllegalArgumentException | MalformedEncodingException wrong) {
      throw new CommandFailure(
          "EHR-9111 EPIONE_STATION_MANAGER must be the system manager's key: 64 hexadecimal digits,"
              + " as the portal shows under My station.",
          wrong);
    }
  }

  private URI portal() throws CommandFailure {
    String address = needed("epione.station.portal", "the portal's address");
    if (!address.matches("https?://.+/")) {
      throw new CommandFailure(
          "EHR-9111 EPIONE_STATION_PORTAL must be an address that ends in a slash, for example"
              + " http://127.0.0.1:8080/ehr/");
    }
    return URI.create(address);
  }

  private Optional<Subscription> subscription() throws CommandFailure {
    Optional<String> broker = settings.text("epione.station.broker");
    if (broker.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Subscription(
            broker.get(),
            needed("epione.broker.stations.user", "as whom stations sign in at the broker"),
            settings
                .secret("epione.broker.stations.password")
                .map(String::new)
                .orElseThrow(
                    () ->
                        new CommandFailure(
                            "EHR-9111 Set EPIONE_BROKER_STATIONS_PASSWORD as well."))));
  }

  private String needed(String name, String what) throws CommandFailure {
    return settings
        .text(name)
        .orElseThrow(
            () ->
                new CommandFailure(
                    "EHR-9111 Set " + Settings.variable(name) + " to " + what + "."));
  }
}
