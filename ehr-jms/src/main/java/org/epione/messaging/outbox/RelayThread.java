package org.epione.messaging.outbox;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/**
 * A thread that takes one turn each time it is woken, and ends with the deployment. The messaging
 * client leaves things of its own in each thread that it runs on; in a pooled thread of the server
 * they would hold the class loader of the deployment for as long as the server runs.
 */
final class RelayThread {

  private static final String NAME = "epione-outbox-relay";

  private final ThreadFactory threads;
  private final Runnable turn;
  private final BlockingQueue<Boolean> signal = new ArrayBlockingQueue<>(1);

  private volatile boolean stopping;
  private @Nullable Thread thread;

  RelayThread(ThreadFactory threads, Runnable turn) {
    this.threads = threads;
    this.turn = turn;
  }

  /** Starts the thread unless it lives: the first time, or after it died of a turn. */
  synchronized void ensureStarted() {
    if (stopping || (thread != null && thread.isAlive())) {
      return;
    }
    thread = threads.newThread(this::run);
    thread.setName(NAME);
    thread.start();
  }

  /**
   * Asks for a turn, and returns at once. What is asked for during a turn is one turn more,
   * afterwards; before the start it is the first one.
   */
  void wake() {
    signal.offer(true);
  }

  /** Whether it was asked to stop: then a turn had better end. */
  boolean isStopping() {
    return stopping;
  }

  /**
   * Takes no further turn, and waits for the end of the thread. It is not interrupted, because an
   * interrupted thread closes the database's file under everybody.
   *
   * @return whether the thread has ended within that time
   */
  boolean stop(Duration patience) {
    Thread last;
    synchronized (this) {
      stopping = true;
      last = thread;
    }
    wake();
    if (last == null) {
      return true;
    }
    try {
      last.join(patience.toMillis());
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
    return !last.isAlive();
  }

  private void run() {
    try {
      signal.take();
      while (!stopping) {
        turn.run();
        signal.take();
      }
    } catch (InterruptedException serverStops) {
      Thread.currentThread().interrupt();
    }
  }
}
