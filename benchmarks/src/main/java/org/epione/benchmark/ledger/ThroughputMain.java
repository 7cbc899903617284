package org.epione.benchmark.ledger;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Measures records from queue to receipt and prints Markdown: README.md. */
public final class ThroughputMain {

  private static final int EPISODES = 200;
  private static final int ROUNDS = 5;
  private static final int SINGLE = 200;

  private ThroughputMain() {}

  /**
   * Measures on the PostgreSQL that the tests use.
   *
   * @param arguments a folder on the disk of the database; the number of episodes in a round, and
   *     of rounds, which may be left out
   */
  public static void main(String[] arguments) throws Exception {
    String postgresql =
        Optional.ofNullable(System.getenv("EPIONE_TEST_POSTGRESQL"))
            .orElseThrow(() -> new IllegalStateException("EPIONE_TEST_POSTGRESQL is not set"));
    Optional<Path> anvil = Optional.ofNullable(System.getenv("EPIONE_TEST_ANVIL")).map(Path::of);
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    int episodes = arguments.length > 1 ? Integer.parseInt(arguments[1]) : EPISODES;
    int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : ROUNDS;
    try (Throughput throughput = new Throughput(postgresql, folder)) {
      System.out.print(
          "## From queue to receipt\n\n"
              + "| writers | records a second | records a block | signatures alone | disk alone |"
              + " ratio to the smaller |\n"
              + "| ---: | ---: | ---: | ---: | ---: | ---: |\n");
      System.out.print(throughput.measure(1, episodes, rounds));
      System.out.print(throughput.measure(8, episodes, rounds));
      System.out.print(
          "\n## One record, nothing else to do\n\n"
              + "| median, ms | write and sync of 10 KiB, ms | its signatures, ms |"
              + " five syncs and signatures, ms | ratio |\n"
              + "| ---: | ---: | ---: | ---: | ---: |\n");
      System.out.print(throughput.latency(SINGLE));
      System.out.print(
          """

          ## The same records elsewhere, records a second

          | | one writer | eight |
          | --- | ---: | ---: |
          """);
      System.out.print(throughput.alternatives(postgresql, anvil, episodes));
    }
  }
}
