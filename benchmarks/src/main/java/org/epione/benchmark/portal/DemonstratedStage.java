package org.epione.benchmark.portal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.epione.crypto.random.SecureRandomSource;
import org.epione.demo.AccountBook;
import org.epione.demo.DemonstrationData;
import org.epione.demo.Progress;
import org.epione.demo.Stage;
import org.epione.demo.Target;
import org.epione.demo.client.BrokerAddress;
import org.epione.demo.client.Waiting;

/** The server on which {@code ./ehr demo} was played, and the people of its account book. */
final class DemonstratedStage {

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private DemonstratedStage() {}

  /**
   * On that portal.
   *
   * @param home of its server, where the demonstration's account book is
   */
  static Stage at(URI portal, Path home) throws IOException {
    AccountBook accounts = AccountBook.in(home, new SecureRandomSource());
    DemonstrationData data = DemonstrationData.read();
    AccountBook.Entry first =
        accounts.entries().stream()
            .filter(entry -> entry.userName().equals(data.systemManager().userName()))
            .findFirst()
            .orElseThrow(
                () -> new IllegalStateException("The demonstration was not played on " + home));
    Target target =
        new Target(
            portal,
            // Nothing is sent by message here.
            new BrokerAddress("tcp://127.0.0.1:1", "nobody", ""),
            Optional.empty(),
            home,
            first.userName(),
            first.passphrase());
    Clock clock = Clock.systemUTC();
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    return Stage.of(
        target, data, accounts, new Waiting(clock, PATIENCE), new Progress(nowhere, clock), clock);
  }
}
