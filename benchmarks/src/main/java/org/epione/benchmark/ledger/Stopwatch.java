package org.epione.benchmark.ledger;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * How long something took.
 *
 * @param wall seconds
 * @param processor seconds of processor time of all threads of this process
 */
record Stopwatch(double wall, double processor) {

  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  /** Does it once; what it says must be true. */
  static Stopwatch of(Callable<Boolean> work) {
    long processor = SYSTEM.getProcessCpuTime();
    long wall = System.nanoTime();
    boolean held;
    try {
      held = work.call();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    Stopwatch taken =
        new Stopwatch(
            (System.nanoTime() - wall) / 1e9, (SYSTEM.getProcessCpuTime() - processor) / 1e9);
    if (!held) {
      throw new IllegalStateException("what was measured does not hold");
    }
    return taken;
  }

  /** The median of each. */
  static Stopwatch median(List<Stopwatch> taken) {
    return new Stopwatch(
        middle(taken.stream().map(Stopwatch::wall).toList()),
        middle(taken.stream().map(Stopwatch::processor).toList()));
  }

  /** The median. */
  static double middle(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }
}
