package org.epione.ledger.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CombiningTest {

  private static final int MOST = 8;

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<List<Integer>> groups = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch first = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);

  /** Doubles, and waits with the first until it is told to go on; refuses odd numbers. */
  private final Combining<Integer, Integer> doubling =
      new Combining<>(
          1,
          MOST,
          numbers -> {
            groups.add(numbers);
            first.countDown();
            await(goOn);
            if (numbers.stream().anyMatch(number -> number % 2 == 1)) {
              throw new IllegalArgumentException("odd: " + numbers);
            }
            return numbers.stream().map(number -> 2 * number).toList();
          });

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Asks for 0, and while that is worked on for all the others. */
  private List<Future<Integer>> askWhileBusy(List<Integer> others) throws Exception {
    List<Future<Integer>> asked = new ArrayList<>();
    asked.add(threads.submit(() -> doubling.ask(0)));
    first.await();
    List<Thread> waiting = Collections.synchronizedList(new ArrayList<>());
    for (int other : others) {
      Callable<Integer> ask =
          () -> {
            waiting.add(Thread.currentThread());
            return doubling.ask(other);
          };
      asked.add(threads.submit(ask));
    }
    while (waiting.size() < others.size()
        || !waiting.stream().allMatch(thread -> thread.getState() == Thread.State.WAITING)) {
      Thread.onSpinWait();
    }
    goOn.countDown();
    return asked;
  }

  @Test
  void ask_shouldDoTogether_whatIsAskedForMeanwhile() throws Exception {
    List<Integer> others = IntStream.rangeClosed(1, 6).mapToObj(i -> 2 * i).toList();

    List<Future<Integer>> asked = askWhileBusy(others);

    for (int i = 0; i < asked.size(); i++) {
      assertThat(asked.get(i).get()).isEqualTo(4 * i);
    }
    assertThat(groups).hasSize(2);
    assertThat(groups.get(1)).containsExactlyInAnyOrderElementsOf(others);
  }

  @Test
  void ask_shouldMakeNoGroupLongerThanAllowed() throws Exception {
    List<Integer> others = IntStream.rangeClosed(1, 20).mapToObj(i -> 2 * i).toList();

    for (Future<Integer> each : askWhileBusy(others)) {
      each.get();
    }

    assertThat(groups).allMatch(group -> group.size() <= MOST);
    assertThat(groups.stream().flatMap(List::stream))
        .containsAll(others)
        .hasSize(others.size() + 1);
  }

  @Test
  void ask_shouldFailOnlyForTheOneThatCannotBeDone() throws Exception {
    List<Future<Integer>> asked = askWhileBusy(List.of(2, 3, 4));

    assertThat(asked.get(1).get()).isEqualTo(4);
    assertThatThrownBy(() -> asked.get(2).get())
        .isInstanceOf(ExecutionException.class)
        .hasRootCauseMessage("odd: [3]");
    assertThat(asked.get(3).get()).isEqualTo(8);
  }

  @Test
  void ask_shouldWaitForTheWork_andStayInterrupted() throws Exception {
    Thread busy = new Thread(() -> doubling.ask(0));
    busy.start();
    first.await();
    List<Object> seen = Collections.synchronizedList(new ArrayList<>());
    Thread interrupted =
        new Thread(
            () -> {
              Thread.currentThread().interrupt();
              seen.add(doubling.ask(2));
              seen.add(Thread.currentThread().isInterrupted());
            });
    interrupted.start();
    while (interrupted.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }

    goOn.countDown();
    interrupted.join();
    busy.join();

    assertThat(seen).containsExactly(4, true);
  }
}
