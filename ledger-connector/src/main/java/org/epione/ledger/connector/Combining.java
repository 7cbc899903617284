package org.epione.ledger.connector;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Does together what several threads ask for at the same time: one of them does it for all that
 * wait, in one transaction, say, and the others wait for it. Work that fails for several is done
 * again for each alone, so that whoever asks for what cannot be done is the only one to hear of it.
 *
 * @param <T> what is asked for
 * @param <R> what comes of it
 */
final class Combining<T, R> {

  private final int groups;
  private final int most;
  private final Function<List<T>, List<R>> work;
  private final Deque<Asked<T, R>> waiting = new ArrayDeque<>();
  private int working;

  /**
   * Nobody has asked yet.
   *
   * @param groups how many groups are worked on at one time
   * @param most of how many a group is
   * @param work gives as many results as it gets, in the same order
   */
  Combining(int groups, int most, Function<List<T>, List<R>> work) {
    this.groups = groups;
    this.most = most;
    this.work = work;
  }

  /**
   * Has it done, and waits for it, also when interrupted: the thread then stays interrupted.
   *
   * @throws RuntimeException what the work threw for this one alone
   */
  R ask(T what) {
    Asked<T, R> mine = new Asked<>(what);
    List<Asked<T, R>> group = join(mine);
    while (!group.isEmpty()) {
      try {
        work(group);
      } finally {
        leave();
      }
      group = await(mine);
    }
    if (mine.interrupted) {
      Thread.currentThread().interrupt();
    }
    return mine.result();
  }

  private synchronized List<Asked<T, R>> join(Asked<T, R> mine) {
    waiting.add(mine);
    return await(mine);
  }

  /** The group that this thread is to work for; empty when its own is done. */
  private synchronized List<Asked<T, R>> await(Asked<T, R> mine) {
    while (!mine.isDone() && (mine.taken || working == groups)) {
      try {
        wait();
      } catch (InterruptedException e) {
        // Not while it works for others, whose wishes would fail.
        mine.interrupted = true;
      }
    }
    List<Asked<T, R>> group = new ArrayList<>();
    if (!mine.isDone()) {
      working++;
      while (group.size() < most && !waiting.isEmpty()) {
        Asked<T, R> next = waiting.remove();
        next.taken = true;
        group.add(next);
      }
    }
    return group;
  }

  private synchronized void leave() {
    working--;
    notifyAll();
  }

  private void work(List<Asked<T, R>> group) {
    try {
      List<R> results = work.apply(group.stream().map(asked -> asked.what).toList());
      for (int i = 0; i < group.size(); i++) {
        group.get(i).done(results.get(i));
      }
    } catch (RuntimeException e) {
      if (group.size() == 1) {
        group.get(0).failed(e);
      } else {
        group.forEach(asked -> work(List.of(asked)));
      }
    }
  }

  /** One thread's wish. */
  private static final class Asked<T, R> {

    private final T what;
    private boolean taken;
    private boolean interrupted;
    private volatile Optional<R> result = Optional.empty();
    private volatile Optional<RuntimeException> failure = Optional.empty();

    Asked(T what) {
      this.what = what;
    }

    boolean isDone() {
      return result.isPresent() || failure.isPresent();
    }

    void done(R value) {
      result = Optional.of(value);
    }

    void failed(RuntimeException e) {
      failure = Optional.of(e);
    }

    R result() {
      failure.ifPresent(
          e -> {
            throw e;
          });
      return result.orElseThrow();
    }
  }
}
