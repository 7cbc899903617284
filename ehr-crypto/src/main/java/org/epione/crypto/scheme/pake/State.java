package org.epione.crypto.scheme.pake;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A state of a run, which holds secrets: it takes one message, whatever that message is worth, and
 * is gone. Taking a second one with the same secrets would let the sender compare two answers.
 */
abstract class State implements AutoCloseable {

  private final AtomicBoolean used = new AtomicBoolean();

  /**
   * Marks the step as taken.
   *
   * @throws IllegalStateException if it was taken or given up before
   */
  final void consume() {
    if (!used.compareAndSet(false, true)) {
      throw new IllegalStateException("this step was taken already");
    }
  }

  /** Gives the run up: wipes its secrets. No message is taken any more. */
  @Override
  public final void close() {
    used.set(true);
    wipe();
  }

  abstract void wipe();

  @Override
  public final String toString() {
    return getClass().getSimpleName();
  }
}
