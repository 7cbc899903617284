package org.epione.benchmark;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Times by JMH on a machine that others use too: many rounds, in each of which everything is
 * measured once for a moment, in another order; then the lower quartile of the rounds. So a
 * disturbance that lasts seconds meets all alike, and since others on the same processor only ever
 * slow it down, up to three rounds in four may be disturbed.
 */
final class Times {

  private Times() {}

  /** Measures in {@code rounds} rounds of {@code moment} for each, after a round to warm up. */
  static Times measure(Collection<Work> works, int rounds, TimeValue moment)
      throws RunnerException {
    works.forEach(Measured::register);
    List<String> names = new ArrayList<>(works.stream().map(Work::name).toList());
    run(names, TimeValue.milliseconds(10 * moment.convertTo(TimeUnit.MILLISECONDS)));
    Measured.forget();
    for (int round = 0; round < rounds; round++) {
      Collections.shuffle(names, new Random(round));
      run(names, moment);
    }
    return new Times();
  }

  private static void run(List<String> names, TimeValue moment) throws RunnerException {
    Options options =
        new OptionsBuilder()
            .include("\\." + Measured.class.getSimpleName() + "\\.")
            .param("name", names.toArray(new String[0]))
            .forks(0)
            .warmupIterations(0)
            .measurementIterations(1)
            .measurementTime(moment)
            .shouldDoGC(false)
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT)
            .build();
    new Runner(options).run();
  }

  /** The lower quartile of the rounds in microseconds. */
  double of(String name) {
    List<Double> sorted = Measured.samples(name).stream().sorted().toList();
    return sorted.get((sorted.size() - 1) / 4);
  }
}
