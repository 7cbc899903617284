package org.epione.benchmark.portal;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.epione.demo.Stage;

/**
 * Measures the main path, from the opening of an episode to its final record, on the server of
 * {@code ./ehr demo}, beside what its cryptography alone allows on as many processors, and prints
 * Markdown: README.md.
 */
public final class PathMain {

  private static final int TEAMS = 8;
  private static final int EPISODES = 10;

  private PathMain() {}

  /**
   * Measures.
   *
   * @param arguments the portal's address, ending in {@code /ehr/}; the server's home, where the
   *     demonstration's account book is; how many teams work at one time, and how many episodes
   *     each has, which may be left out
   */
  public static void main(String[] arguments) throws Exception {
    int teams = arguments.length > 2 ? Integer.parseInt(arguments[2]) : TEAMS;
    int episodes = arguments.length > 3 ? Integer.parseInt(arguments[3]) : EPISODES;
    Stage stage = DemonstratedStage.at(URI.create(arguments[0]), Path.of(arguments[1]));
    List<Runnable> treating =
        new Teams(stage).make(teams).stream().<Runnable>map(team -> team::treat).toList();
    List<Runnable> computing =
        IntStream.range(0, Runtime.getRuntime().availableProcessors())
            .mapToObj(PathCryptography::new)
            .<Runnable>map(each -> each::episode)
            .toList();
    rate(treating, 2);
    rate(computing, 2);
    double path = rate(treating, episodes);
    double cryptography = rate(computing, Math.max(1, teams * episodes / computing.size()));
    System.out.printf(
        Locale.ROOT,
        "## The main path%n%n"
            + "| teams at one time | episodes | a second | cryptography alone, a second | ratio |%n"
            + "| ---: | ---: | ---: | ---: | ---: |%n"
            + "| %d | %d | %.2f | %.2f | %.2f |%n",
        teams,
        teams * episodes,
        path,
        cryptography,
        path / cryptography);
  }

  /** Rounds a second, where all work at the same time and each does so many. */
  private static double rate(List<Runnable> workers, int rounds)
      throws InterruptedException, ExecutionException {
    ExecutorService pool = Executors.newFixedThreadPool(workers.size());
    try {
      long begin = System.nanoTime();
      List<Future<?>> working =
          workers.stream()
              .<Future<?>>map(
                  worker ->
                      pool.submit(() -> IntStream.range(0, rounds).forEach(i -> worker.run())))
              .toList();
      for (Future<?> each : working) {
        each.get();
      }
      return workers.size() * rounds / ((System.nanoTime() - begin) / 1e9);
    } finally {
      pool.shutdownNow();
    }
  }
}
