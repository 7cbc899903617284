package org.epione.ledger.connector;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Work that is due again and again: whoever says that it is does it, unless another thread is at it
 * already, which then does it once more. So nobody waits for what another does, and of what became
 * due meanwhile nothing is forgotten.
 *
 * @param <T> for what it is due, each by itself
 */
final class DueWork<T> {

  private final Consumer<T> work;

  /** What is being worked on, and whether it has become due again since that began. */
  private final Map<T, Boolean> busy = new HashMap<>();

  /** Nothing is due yet. */
  DueWork(Consumer<T> work) {
    this.work = work;
  }

  /**
   * Does it, or leaves it to the thread that is at it.
   *
   * @throws RuntimeException what the work threw; what became due meanwhile is then not done before
   *     somebody says so again
   */
  void due(T what) {
    if (!begin(what)) {
      return;
    }
    try {
      do {
        work.accept(what);
      } while (isDueAgain(what));
    } catch (RuntimeException | Error e) {
      end(what);
      throw e;
    }
  }

  private synchronized boolean begin(T what) {
    boolean first = !busy.containsKey(what);
    busy.put(what, !first);
    return first;
  }

  /** Whether there is another round; if not, it has ended. */
  private synchronized boolean isDueAgain(T what) {
    boolean again = Boolean.TRUE.equals(busy.remove(what));
    if (again) {
      busy.put(what, false);
    }
    return again;
  }

  private synchronized void end(T what) {
    busy.remove(what);
  }
}
