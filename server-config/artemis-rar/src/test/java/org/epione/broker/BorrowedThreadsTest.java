package org.epione.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.util.concurrent.FastThreadLocal;
import io.netty.util.internal.InternalThreadLocalMap;
import jakarta.resource.spi.work.ExecutionContext;
import jakarta.resource.spi.work.Work;
import jakarta.resource.spi.work.WorkListener;
import jakarta.resource.spi.work.WorkManager;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BorrowedThreadsTest {

  private static final FastThreadLocal<String> LEFT = new FastThreadLocal<>();
  private static final ExecutionContext CONTEXT = new ExecutionContext();

  private final List<String> calls = new ArrayList<>();

  /** A server that has but this one thread. */
  private final WorkManager server =
      new WorkManager() {
        @Override
        public void doWork(Work work) {
          run("do", work);
        }

        @Override
        public void doWork(
            Work work, long timeout, ExecutionContext context, WorkListener listener) {
          run("do " + timeout + (context == CONTEXT), work);
        }

        @Override
        public long startWork(Work work) {
          return run("start", work);
        }

        @Override
        public long startWork(
            Work work, long timeout, ExecutionContext context, WorkListener listener) {
          return run("start " + timeout + (context == CONTEXT), work);
        }

        @Override
        public void scheduleWork(Work work) {
          run("schedule", work);
        }

        @Override
        public void scheduleWork(
            Work work, long timeout, ExecutionContext context, WorkListener listener) {
          run("schedule " + timeout + (context == CONTEXT), work);
        }
      };

  private final WorkManager manager = new BorrowedThreads(server);

  private long run(String how, Work work) {
    calls.add(how);
    work.run();
    work.release();
    return 7;
  }

  private static Work work(List<String> calls, @Nullable RuntimeException failure) {
    return new Work() {
      @Override
      public void run() {
        LEFT.set("left");
        calls.add("ran");
        if (failure != null) {
          throw failure;
        }
      }

      @Override
      public void release() {
        calls.add("released");
      }
    };
  }

  enum Way {
    DO("do"),
    DO_IN("do 9true"),
    START("start"),
    START_IN("start 9true"),
    SCHEDULE("schedule"),
    SCHEDULE_IN("schedule 9true");

    private final String call;

    Way(String call) {
      this.call = call;
    }
  }

  private void submit(Way way, Work work) throws Exception {
    switch (way) {
      case DO -> manager.doWork(work);
      case DO_IN -> manager.doWork(work, 9, CONTEXT, null);
      case START -> assertThat(manager.startWork(work)).isEqualTo(7);
      case START_IN -> assertThat(manager.startWork(work, 9, CONTEXT, null)).isEqualTo(7);
      case SCHEDULE -> manager.scheduleWork(work);
      case SCHEDULE_IN -> manager.scheduleWork(work, 9, CONTEXT, null);
    }
  }

  @AfterEach
  void leaveNothing() {
    FastThreadLocal.removeAll();
  }

  @ParameterizedTest
  @EnumSource
  void work_shouldLeaveNothingOfNettyInTheThread(Way way) throws Exception {
    submit(way, work(calls, null));
    assertThat(calls).containsExactly(way.call, "ran", "released");
    assertThat(InternalThreadLocalMap.getIfSet()).isNull();
  }

  @Test
  void work_shouldLeaveNothingOfNettyInTheThread_whenItFails() {
    RuntimeException failure = new IllegalStateException("no broker");
    assertThatThrownBy(() -> manager.scheduleWork(work(calls, failure))).isSameAs(failure);
    assertThat(InternalThreadLocalMap.getIfSet()).isNull();
  }
}
