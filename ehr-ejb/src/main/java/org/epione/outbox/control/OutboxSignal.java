package org.epione.outbox.control;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Tells the relay that messages were committed, so that they do not wait for its timer. Missing a
 * signal costs time, never a message.
 */
@Singleton
@DependsOn("SchemaMigration")
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class OutboxSignal {

  private static final String REGISTERED = OutboxSignal.class.getName();

  @Resource private TransactionSynchronizationRegistry transactions;

  private final AtomicReference<Runnable> listener = new AtomicReference<>(() -> {});

  /** The one to call after each commit with new messages; it must return at once and not throw. */
  public void listen(Runnable relay) {
    listener.set(relay);
  }

  /** Arranges the call for when the current transaction has committed. */
  public void afterCommit() {
    if (transactions.getResource(REGISTERED) != null) {
      return;
    }
    transactions.putResource(REGISTERED, true);
    transactions.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {
            // Only the outcome matters.
          }

          @Override
          public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
              Objects.requireNonNull(listener.get()).run();
            }
          }
        });
  }
}
