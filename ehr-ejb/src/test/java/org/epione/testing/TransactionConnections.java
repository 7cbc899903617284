package org.epione.testing;

import jakarta.persistence.EntityManager;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.Set;
import javax.sql.DataSource;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** A data source as a server gives it: within a transaction, everyone has the same connection. */
final class TransactionConnections {

  /** Ends of a transaction, which the container decides. */
  private static final Set<String> CONTAINERS =
      Set.of("close", "commit", "rollback", "setAutoCommit");

  private TransactionConnections() {}

  static DataSource of(DataSource dataSource, Transactions transactions) {
    return proxy(
        DataSource.class,
        (proxy, method, arguments) -> {
          Transactions.@Nullable Transaction transaction = transactions.current();
          if (method.getName().equals("getConnection") && transaction != null) {
            return shared(connection(transaction.entities()));
          }
          return call(dataSource, method, arguments);
        });
  }

  private static Connection connection(EntityManager entities) {
    if (entities instanceof Session session) {
      return session.doReturningWork(connection -> connection);
    }
    return entities.unwrap(Connection.class);
  }

  private static Connection shared(Connection connection) {
    return proxy(
        Connection.class,
        (proxy, method, arguments) ->
            CONTAINERS.contains(method.getName()) ? null : call(connection, method, arguments));
  }

  private static @Nullable Object call(
      Object target, java.lang.reflect.Method method, Object @Nullable [] arguments)
      throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            TransactionConnections.class.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
