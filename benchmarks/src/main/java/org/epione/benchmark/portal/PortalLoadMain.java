package org.epione.benchmark.portal;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.epione.demo.Stage;

/**
 * Measures pages under load on the server of {@code ./ehr demo}, and prints Markdown: README.md.
 */
public final class PortalLoadMain {

  private static final int CLINICIANS = 100;
  private static final int SECONDS = 120;

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
    Stage stage = DemonstratedStage.at(URI.create(arguments[0]), home);
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
}
