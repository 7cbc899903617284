package org.epione.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class RelayThreadTest {

  private static final Duration LONG = Duration.ofSeconds(30);

  /** Each turn says here on which thread it is, and ends when it is let go. */
  private final BlockingQueue<Thread> turns = new LinkedBlockingQueue<>();

  private final Semaphore letGo = new Semaphore(0);
  private final AtomicReference<Error> fault = new AtomicReference<>();
  private final List<Thread> started = new ArrayList<>();
  private final RelayThread relay = new RelayThread(this::thread, this::turn);

  private Thread thread(Runnable work) {
    Thread thread = new Thread(work);
    // What it died of is thrown on purpose.
    thread.setUncaughtExceptionHandler((dead, expected) -> {});
    started.add(thread);
    return thread;
  }

  private void turn() {
    turns.add(Thread.currentThread());
    letGo.acquireUninterruptibly();
    Error thrown = fault.getAndSet(null);
    if (thrown != null) {
      throw thrown;
    }
  }

  @AfterEach
  void end() {
    letGo.release(Integer.MAX_VALUE / 2);
    assertThat(relay.stop(LONG)).isTrue();
  }

  @Test
  void wake_shouldGiveATurnOnTheOneThread_eachTime() throws Exception {
    relay.ensureStarted();
    for (int n = 0; n < 3; n++) {
      relay.wake();
      assertThat(turns.take()).isSameAs(started.get(0));
      letGo.release();
      relay.ensureStarted();
    }
    assertThat(started).hasSize(1);
  }

  @Test
  void wake_shouldGiveTheFirstTurn_whenItCameBeforeTheStart() throws Exception {
    relay.wake();
    relay.ensureStarted();
    assertThat(turns.take()).isSameAs(started.get(0));
  }

  @Test
  void wake_shouldGiveOneTurnMore_howeverOftenItCameDuringOne() throws Exception {
    relay.ensureStarted();
    relay.wake();
    turns.take();
    relay.wake();
    relay.wake();
    relay.wake();
    letGo.release(2);
    turns.take();
    letGo.release();
    assertThat(relay.stop(LONG)).isTrue();
    assertThat(turns).isEmpty();
  }

  @Test
  void ensureStarted_shouldStartAnother_whenTheThreadDiedOfATurn() throws Exception {
    relay.ensureStarted();
    fault.set(new StackOverflowError());
    relay.wake();
    turns.take();
    letGo.release();
    started.get(0).join();
    relay.wake();
    relay.ensureStarted();
    assertThat(turns.take()).isSameAs(started.get(1));
  }

  @Test
  void ensureStarted_shouldStartAnother_whenTheThreadWasInterrupted() throws Exception {
    relay.ensureStarted();
    started.get(0).interrupt();
    started.get(0).join();
    relay.ensureStarted();
    relay.wake();
    assertThat(turns.take()).isSameAs(started.get(1));
  }

  @Test
  void stop_shouldEndTheThread_whenItWaits() {
    relay.ensureStarted();
    assertThat(relay.stop(LONG)).isTrue();
    assertThat(started.get(0).isAlive()).isFalse();
    assertThat(turns).isEmpty();
  }

  @Test
  void stop_shouldTakeNoFurtherTurn_whenOneIsUnderWay() throws Exception {
    relay.ensureStarted();
    relay.wake();
    turns.take();
    relay.wake();
    assertThat(relay.stop(Duration.ofMillis(1))).isFalse();
    assertThat(relay.isStopping()).isTrue();
    assertThat(started.get(0).isInterrupted()).isFalse();
    letGo.release();
    started.get(0).join();
    assertThat(turns).isEmpty();
  }

  @Test
  void ensureStarted_shouldStartNothing_afterStop() {
    relay.stop(LONG);
    relay.wake();
    relay.ensureStarted();
    assertThat(started).isEmpty();
  }
}
