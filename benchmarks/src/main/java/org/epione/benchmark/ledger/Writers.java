package org.epione.benchmark.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several who write at the same time, each every so-manieth of a list. */
final class Writers {

  /** What a writer does with one of its own. */
  interface Work<T> {
    void write(T each, int writer) throws Exception;
  }

  private Writers() {}

  /**
   * Has all of it written, and waits until it is.
   *
   * @throws ExecutionException if a writer failed
   */
  static <T> void run(List<T> all, int writers, Work<T> work)
      throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(writers);
    try {
      List<Future<?>> writing = new ArrayList<>();
      for (int i = 0; i < writers; i++) {
        int writer = i;
        writing.add(
            threads.submit(
                () -> {
                  for (int n = writer; n < all.size(); n += writers) {
                    work.write(all.get(n), writer);
                  }
                  return true;
                }));
      }
      for (Future<?> written : writing) {
        written.get();
      }
    } finally {
      threads.shutdown();
    }
  }
}
