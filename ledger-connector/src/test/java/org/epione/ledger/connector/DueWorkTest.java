package org.epione.ledger.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class DueWorkTest {

  private static final String A = "A";
  private static final String B = "B";

  private final List<String> done = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);

  /** Waits with A until it is told to go on. */
  private final DueWork<String> slow =
      new DueWork<>(
          what -> {
            if (what.equals(A)) {
              begun.countDown();
              await(goOn);
            }
            done.add(what);
          });

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void due_shouldDoItOnceMore_howeverOftenItBecameDueMeanwhile() throws Exception {
    Thread busy = new Thread(() -> slow.due(A));
    busy.start();
    begun.await();

    for (int i = 0; i < 5; i++) {
      slow.due(A);
    }
    assertThat(done).isEmpty();
    goOn.countDown();
    busy.join();

    assertThat(done).containsExactly(A, A);
  }

  @Test
  void due_shouldNotWait_whenAnotherIsWorkedOn() throws Exception {
    Thread busy = new Thread(() -> slow.due(A));
    busy.start();
    begun.await();

    slow.due(B);
    assertThat(done).containsExactly(B);
    goOn.countDown();
    busy.join();

    assertThat(done).containsExactly(B, A);
  }

  @Test
  void due_shouldDoItAgain_afterItIsDone() {
    goOn.countDown();

    slow.due(A);
    slow.due(A);

    assertThat(done).containsExactly(A, A);
  }

  @Test
  void due_shouldFail_andBeThereForTheNext() {
    List<String> asked = new ArrayList<>();
    DueWork<String> failing =
        new DueWork<>(
            what -> {
              asked.add(what);
              throw new IllegalStateException("no");
            });

    assertThatThrownBy(() -> failing.due(A)).hasMessage("no");
    assertThatThrownBy(() -> failing.due(A)).hasMessage("no");

    assertThat(asked).containsExactly(A, A);
  }
}
