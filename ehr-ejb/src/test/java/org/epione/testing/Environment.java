package org.epione.testing;

import jakarta.ejb.SessionContext;
import jakarta.enterprise.inject.Instance;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.epione.crypto.CryptoSuite;
import org.epione.crypto.random.RandomSource;
import org.epione.crypto.random.SecureRandomSource;
import org.epione.enrolment.boundary.NamedPatients;
import org.epione.settings.Settings;
import org.jspecify.annotations.Nullable;

/** What a server would inject besides beans. */
final class Environment {

  private static final CryptoSuite CRYPTO = CryptoSuite.create(new SecureRandomSource());

  private static final Pattern NUMBER = Pattern.compile("PID\\|1\\|\\|([^^]+)\\^");

  private Environment() {}

  static void provide(
      Map<Class<?>, Object> values,
      Transactions transactions,
      Identity identity,
      Clock clock,
      DataSource dataSource,
      Map<String, String> settings) {
    values.put(Clock.class, clock);
    values.put(RandomSource.class, new SecureRandomSource());
    values.put(CryptoSuite.class, CRYPTO);
    values.put(Settings.class, new Settings(settings::get, name -> null));
    values.put(DataSource.class, TransactionConnections.of(dataSource, transactions));
    values.put(EntityManager.class, proxy(EntityManager.class, onEntities(transactions)));
    values.put(NamedPatients.class, (NamedPatients) Environment::numbers);
    values.put(
        TransactionSynchronizationRegistry.class,
        proxy(TransactionSynchronizationRegistry.class, registry(transactions)));
    values.put(SessionContext.class, proxy(SessionContext.class, session(transactions, identity)));
  }

  /** Of messages as tests write them; how others are read is tested where they are. */
  private static Set<String> numbers(byte[] message, boolean asText) {
    return NUMBER
        .matcher(new String(message, StandardCharsets.UTF_8))
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toSet());
  }

  @SuppressWarnings("unchecked")
  static Instance<Object> instance(List<Object> beans) {
    return proxy(
        Instance.class,
        (proxy, method, arguments) ->
            switch (method.getName()) {
              case "iterator" -> beans.iterator();
              case "stream" -> beans.stream();
              case "get" -> beans.get(0);
              case "isUnsatisfied" -> beans.isEmpty();
              case "isAmbiguous" -> beans.size() > 1;
              case "isResolvable" -> beans.size() == 1;
              case "forEach" -> {
                beans.forEach((java.util.function.Consumer<Object>) arguments[0]);
                yield null;
              }
              default -> throw new UnsupportedOperationException(method.toString());
            });
  }

  private static InvocationHandler onEntities(Transactions transactions) {
    return (proxy, method, arguments) -> {
      Transactions.@Nullable Transaction transaction = transactions.current();
      if (transaction != null) {
        return invoke(transaction.entities(), method, arguments);
      }
      if (List.of("persist", "merge", "remove", "flush").contains(method.getName())) {
        throw new jakarta.persistence.TransactionRequiredException();
      }
      // As on a server, what was read outside a transaction is detached.
      return invoke(transactions.detached(), method, arguments);
    };
  }

  private static InvocationHandler registry(Transactions transactions) {
    return (proxy, method, arguments) -> {
      Transactions.@Nullable Transaction transaction = transactions.current();
      if (transaction == null) {
        throw new IllegalStateException("no transaction");
      }
      return switch (method.getName()) {
        case "getResource" -> transaction.resources().get(arguments[0]);
        case "putResource" -> transaction.resources().put(arguments[0], arguments[1]);
        case "registerInterposedSynchronization" -> {
          transaction.register((Synchronization) arguments[0]);
          yield null;
        }
        case "setRollbackOnly" -> {
          transaction.setRollbackOnly();
          yield null;
        }
        case "getRollbackOnly" -> transaction.isRollbackOnly();
        default -> throw new UnsupportedOperationException(method.toString());
      };
    };
  }

  private static InvocationHandler session(Transactions transactions, Identity identity) {
    return (proxy, method, arguments) ->
        switch (method.getName()) {
          case "getCallerPrincipal" -> identity.principal();
          case "isCallerInRole" -> identity.isInRole((String) arguments[0]);
          case "setRollbackOnly" -> {
            Transactions.@Nullable Transaction transaction = transactions.current();
            if (transaction == null) {
              throw new IllegalStateException("no transaction");
            }
            transaction.setRollbackOnly();
            yield null;
          }
          default -> throw new UnsupportedOperationException(method.toString());
        };
  }

  private static @Nullable Object invoke(
      Object target, Method method, Object @Nullable [] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(Environment.class.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
