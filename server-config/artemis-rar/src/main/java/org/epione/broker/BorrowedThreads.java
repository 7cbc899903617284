package org.epione.broker;

import jakarta.resource.spi.work.ExecutionContext;
import jakarta.resource.spi.work.Work;
import jakarta.resource.spi.work.WorkException;
import jakarta.resource.spi.work.WorkListener;
import jakarta.resource.spi.work.WorkManager;

/**
 * The server's work manager, whose threads are given back clean. Artemis has it connect the
 * message-driven beans.
 */
record BorrowedThreads(WorkManager server) implements WorkManager {

  @Override
  public void doWork(Work work) throws WorkException {
    server.doWork(new Borrowing(work));
  }

  @Override
  public void doWork(Work work, long timeout, ExecutionContext context, WorkListener listener)
      throws WorkException {
    server.doWork(new Borrowing(work), timeout, context, listener);
  }

  @Override
  public long startWork(Work work) throws WorkException {
    return server.startWork(new Borrowing(work));
  }

  @Override
  public long startWork(Work work, long timeout, ExecutionContext context, WorkListener listener)
      throws WorkException {
    return server.startWork(new Borrowing(work), timeout, context, listener);
  }

  @Override
  public void scheduleWork(Work work) throws WorkException {
    server.scheduleWork(new Borrowing(work));
  }

  @Override
  public void scheduleWork(Work work, long timeout, ExecutionContext context, WorkListener listener)
      throws WorkException {
    server.scheduleWork(new Borrowing(work), timeout, context, listener);
  }

  private record Borrowing(Work work) implements Work {

    @Override
    public void run() {
      try {
        work.run();
      } finally {
        BorrowedThread.giveBack();
      }
    }

    @Override
    public void release() {
      work.release();
    }
  }
}
