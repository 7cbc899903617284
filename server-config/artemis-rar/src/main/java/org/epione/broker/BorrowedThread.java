package org.epione.broker;

import io.netty.util.concurrent.FastThreadLocal;

/**
 * A thread of the server that works in this adapter for a moment. Netty keeps a map of its own in
 * each thread that it runs on; left behind in a pooled thread, it would hold the class loader of
 * the deployment for as long as the server runs.
 */
final class BorrowedThread {

  private BorrowedThread() {}

  /** Takes back what Netty keeps in the current thread; the last thing to do on it. */
  static void giveBack() {
    FastThreadLocal.removeAll();
  }
}
