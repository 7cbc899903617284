package org.epione.benchmark;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * The one benchmark: whatever is registered under a name. Besides what JMH measures it takes the
 * processor time of the thread over each iteration, which does not count the time in which other
 * processes had the processor.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Measured {

  private static final Map<String, Supplier<?>> WORK = new ConcurrentHashMap<>();
  private static final Map<String, List<Double>> SAMPLES = new ConcurrentHashMap<>();
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** What to measure; the runner sets it. */
  @Param("")
  public String name = "";

  private Supplier<?> body = Object::new;
  private long started;
  private long count;

  /** For JMH. */
  public Measured() {}

  static void register(Work work) {
    if (WORK.put(work.name(), work.body()) != null) {
      throw new IllegalArgumentException("two of the name " + work.name());
    }
  }

  /** Microseconds of processor time for each iteration since the last {@link #forget}. */
  static List<Double> samples(String name) {
    return SAMPLES.getOrDefault(name, List.of());
  }

  static void forget() {
    SAMPLES.clear();
  }

  /** Looks it up. */
  @Setup
  public void find() {
    Supplier<?> found = WORK.get(name);
    if (found == null) {
      throw new IllegalArgumentException("nothing of the name " + name);
    }
    body = found;
  }

  /** Looks at the clock. */
  @Setup(Level.Iteration)
  public void start() {
    count = 0;
    started = THREADS.getCurrentThreadCpuTime();
  }

  /** Looks at the clock again. */
  @TearDown(Level.Iteration)
  public void stop() {
    double microseconds = (THREADS.getCurrentThreadCpuTime() - started) / 1000.0;
    SAMPLES.computeIfAbsent(name, key -> new CopyOnWriteArrayList<>()).add(microseconds / count);
  }

  /** Does it once. */
  @Benchmark
  public Object run() {
    count++;
    return body.get();
  }
}
