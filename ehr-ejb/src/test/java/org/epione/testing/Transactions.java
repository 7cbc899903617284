package org.epione.testing;

import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Transactions of session beans as the specification has them, one entity manager for each. */
final class Transactions {

  /** One transaction of one thread. */
  static final class Transaction {
    private final EntityManager entities;
    private final Map<Object, Object> resources = new HashMap<>();
    private final List<Synchronization> synchronizations = new ArrayList<>();
    private boolean rollbackOnly;

    Transaction(EntityManager entities) {
      this.entities = entities;
    }

    EntityManager entities() {
      return entities;
    }

    Map<Object, Object> resources() {
      return resources;
    }

    void register(Synchronization synchronization) {
      synchronizations.add(synchronization);
    }

    void setRollbackOnly() {
      rollbackOnly = true;
    }

    boolean isRollbackOnly() {
      return rollbackOnly;
    }
  }

  private final EntityManagerFactory factory;
  private final ThreadLocal<@Nullable Transaction> current = new ThreadLocal<>();
  private final ThreadLocal<@Nullable EntityManager> detached = new ThreadLocal<>();

  Transactions(EntityManagerFactory factory) {
    this.factory = factory;
  }

  @Nullable Transaction current() {
    return current.get();
  }

  /** For reading outside a transaction: what it gives is detached by the next call. */
  EntityManager detached() {
    @Nullable EntityManager entities = detached.get();
    if (entities == null) {
      entities = factory.createEntityManager();
      detached.set(entities);
    }
    entities.clear();
    return entities;
  }

  /** At the end of a bean's call outside a transaction. */
  void closeDetached() {
    @Nullable EntityManager entities = detached.get();
    if (entities != null) {
      entities.close();
      detached.remove();
    }
  }

  <T> T call(TransactionAttributeType attribute, Callable<T> work) throws Exception {
    @Nullable Transaction outer = current.get();
    return switch (attribute) {
      case MANDATORY -> {
        if (outer == null) {
          throw new jakarta.ejb.EJBTransactionRequiredException("no transaction");
        }
        yield join(outer, work);
      }
      case REQUIRED -> outer == null ? begin(null, work) : join(outer, work);
      case REQUIRES_NEW -> begin(outer, work);
      case SUPPORTS -> outer == null ? work.call() : join(outer, work);
      case NOT_SUPPORTED -> suspended(outer, work);
      case NEVER -> {
        if (outer != null) {
          throw new jakarta.ejb.EJBException("a transaction is not allowed here");
        }
        yield work.call();
      }
    };
  }

  private <T> T suspended(@Nullable Transaction outer, Callable<T> work) throws Exception {
    current.remove();
    try {
      return work.call();
    } finally {
      current.set(outer);
    }
  }

  private <T> T join(Transaction transaction, Callable<T> work) throws Exception {
    try {
      return work.call();
    } catch (Exception failure) {
      if (Failures.rollsBack(failure)) {
        transaction.setRollbackOnly();
      }
      throw Failures.asSeen(failure);
    }
  }

  private <T> T begin(@Nullable Transaction outer, Callable<T> work) throws Exception {
    Transaction transaction = new Transaction(factory.createEntityManager());
    transaction.entities().getTransaction().begin();
    current.set(transaction);
    boolean committed = false;
    try {
      T result = work.call();
      committed = end(transaction);
      return result;
    } catch (Exception failure) {
      if (!Failures.rollsBack(failure)) {
        committed = end(transaction);
      } else if (transaction.entities().getTransaction().isActive()) {
        transaction.entities().getTransaction().rollback();
      }
      throw Failures.asSeen(failure);
    } finally {
      transaction.entities().close();
      current.set(outer);
      int status = committed ? Status.STATUS_COMMITTED : Status.STATUS_ROLLEDBACK;
      transaction.synchronizations.forEach(each -> each.afterCompletion(status));
    }
  }

  private static boolean end(Transaction transaction) {
    if (transaction.isRollbackOnly()) {
      transaction.entities().getTransaction().rollback();
      throw new jakarta.ejb.EJBTransactionRolledbackException("marked for rollback");
    }
    transaction.synchronizations.forEach(Synchronization::beforeCompletion);
    transaction.entities().getTransaction().commit();
    return true;
  }
}
