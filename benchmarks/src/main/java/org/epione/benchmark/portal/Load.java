package org.epione.benchmark.portal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.epione.demo.client.PortalAway;

/** Clinicians at work at the same time, each on a thread of her own. One use. */
final class Load {

  private final List<Clinician> people;
  private final Duration length;
  private final List<Double> millis = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger wrong = new AtomicInteger();

  private Load(List<Clinician> people, Duration length) {
    this.people = people;
    this.length = length;
  }

  /** Of these people, for so long. */
  static Load of(List<Clinician> people, Duration length) {
    return new Load(people, length);
  }

  /** Works until the time is over. */
  void run() throws InterruptedException {
    long end = System.nanoTime() + length.toNanos();
    List<Thread> threads =
        people.stream().map(person -> new Thread(() -> work(person, end), "clinician")).toList();
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private void work(Clinician person, long end) {
    try {
      // Not all at the same moment.
      Thread.sleep(person.lookMillis());
      while (System.nanoTime() < end) {
        long begin = System.nanoTime();
        if (!opened(person)) {
          wrong.incrementAndGet();
        }
        millis.add((System.nanoTime() - begin) / 1e6);
        Thread.sleep(person.lookMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean opened(Clinician person) {
    try {
      return person.open();
    } catch (PortalAway away) {
      return false;
    }
  }

  /** What came of it. */
  String row(int number, Episodes.Ended episodes) {
    List<Double> sorted = millis.stream().sorted().toList();
    return String.format(
        Locale.ROOT,
        "| %d | %d | %.1f | %.0f | %.0f | %.0f | %.0f | %d | %d of %d |%n",
        number,
        sorted.size(),
        sorted.size() / (double) length.toSeconds(),
        at(sorted, 0.5),
        at(sorted, 0.95),
        at(sorted, 0.99),
        at(sorted, 1),
        wrong.get(),
        episodes.completed(),
        episodes.begun());
  }

  private static double at(List<Double> sorted, double share) {
    return sorted.get(Math.min(sorted.size() - 1, (int) (sorted.size() * share)));
  }
}
