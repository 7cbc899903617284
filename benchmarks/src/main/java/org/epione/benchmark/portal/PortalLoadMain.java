package org.epione.benchmark.portal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.epione.crypto.random.SecureRandomSource;
import org.epione.demo.AccountBook;
import org.epione.demo.DemonstrationData;
import org.epione.demo.Progress;
import org.epione.demo.Stage;
import org.epione.demo.Target;
import org.epione.demo.client.BrokerAddress;
import org.epione.demo.client.Waiting;

/**
 * Measures pages under load on the server of {@code ./ehr demo}, and prints Markdown: README.md.
 */
public final class PortalLoadMain {

  private static final int CLINICIANS = 100;
  private static final int SECONDS = 120;
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private PortalLoadMain() {}

  /**
   * Measures.
   *
   * @param arguments the portal's address, ending in {@code /ehr/}; the server's home, where the
   *     demonstration's account book is; how many clinicians, and for how many seconds, which may
   *     be left out
   */
  public static void main(String[] arguments) throws Exception {
    Path home = Path.of(arguments[1]);
    int clinicians = arguments.length > 2 ? Integer.parseInt(arguments[2]) : CLINICIANS;
    int seconds = arguments.length > 3 ? Integer.parseInt(arguments[3]) : SECONDS;
    AccountBook accounts = AccountBook.in(home, new SecureRandomSource());
    Stage stage = stage(URI.create(arguments[0]), home, accounts);
    List<Clinician> people = new Clinicians(stage).enrol(clinicians);
    Episodes episodes = new Episodes(stage);
    System.out.print(
        "## Pages while many clinicians work\n\n"
            + "| clinicians | pages | pages a second | median, ms | 95th percentile, ms | 99th"
            + " percentile, ms | longest, ms | not as they should be | episodes begun and final |\n"
            + "| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n");
    // Once to warm the server up, which is said and not counted.
    Load.of(people, Duration.ofSeconds(seconds / 4)).run();
    for (int number : new int[] {1, clinicians}) {
      episodes.begin();
      Load load = Load.of(people.subList(0, number), Duration.ofSeconds(seconds));
      load.run();
      System.out.print(load.row(number, episodes.end()));
    }
  }

  private static Stage stage(URI portal, Path home, AccountBook accounts) throws IOException {
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
