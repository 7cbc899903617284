package org.epione.testing;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.epione.account.boundary.Role;
import org.jspecify.annotations.Nullable;

/**
 * Runs the product's beans in a test. Session beans have their transactions (REQUIRES_NEW really is
 * another one), their role checks (a method without a rule is denied), and rollback by exception.
 *
 * <pre>
 * try (Container container = Container.start()) {
 *   Outbox outbox = container.bean(Outbox.class);
 *   container.inTransaction(() -&gt; outbox.put(...));
 *   container.as(accountId.toString(), Role.DOCTOR, () -&gt; turns.mine());
 * }
 * </pre>
 */
public final class Container implements AutoCloseable {

  private final TestDatabase database = TestDatabase.take();
  private final Transactions transactions = new Transactions(database.entities());
  private final TestClock clock = new TestClock();
  private final Identity identity = new Identity();
  private final Map<String, String> settings = new java.util.concurrent.ConcurrentHashMap<>();
  private final Path home = newHome();
  private final Map<Class<?>, Object> values = new LinkedHashMap<>();
  private final Map<Class<?>, Object> beans = new HashMap<>();

  private Container() {
    settings.put("epione.home", home.toString());
    settings.put("epione.password.memory.kib", "8192");
    settings.put("epione.password.passes", "1");
    Environment.provide(values, transactions, identity, clock, database.dataSource(), settings);
  }

  /** A container with an empty, migrated database. */
  public static Container start() {
    return new Container();
  }

  /** The clock that all beans use. */
  public TestClock clock() {
    return clock;
  }

  /** The value of a setting, from now on. */
  public Container setting(String name, String value) {
    settings.put(name, value);
    return this;
  }

  /** The folder that stands for EPIONE_HOME. */
  public Path home() {
    return home;
  }

  /** Forgets all beans, as a restart of the server does; database and folder stay. */
  public void restart() {
    beans.clear();
  }

  /** What beans get injected for this type, in place of the usual; before they are first used. */
  public <T> Container with(Class<T> type, T value) {
    values.put(type, value);
    return this;
  }

  /** The bean of that class, or the one product bean that implements that interface. */
  public <T> T bean(Class<T> type) {
    return type.cast(resolve(type));
  }

  /** All product beans that implement that interface. */
  public <T> List<T> all(Class<T> type) {
    return ProductClasses.all().stream()
        .filter(each -> type.isAssignableFrom(each) && isBean(each))
        .map(each -> type.cast(resolve(each)))
        .toList();
  }

  /** Does something in a transaction. */
  public void inTransaction(Work work) {
    transaction(
        () -> {
          work.run();
          return null;
        });
  }

  /** Does something in a transaction and gives its result. */
  public <T> T transaction(Callable<T> work) {
    try {
      return transactions.call(jakarta.ejb.TransactionAttributeType.REQUIRES_NEW, work);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Does something as a signed-in person. */
  public <T> T as(String principal, Role role, Callable<T> work) throws Exception {
    return identity.as(principal, role, work);
  }

  /** The database itself, outside the beans' transactions. */
  public javax.sql.DataSource dataSource() {
    return database.dataSource();
  }

  @Override
  public void close() {
    database.close();
    try (Stream<Path> files = Files.walk(home)) {
      files.sorted(Comparator.reverseOrder()).forEach(Container::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path newHome() {
    try {
      return Files.createTempDirectory("epione-test");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Work that may fail. */
  @FunctionalInterface
  public interface Work {
    void run() throws Exception;
  }

  private Object resolve(Class<?> type) {
    @Nullable Object value = values.get(type);
    if (value != null) {
      return value;
    }
    if (!isBean(type)) {
      List<Class<?>> candidates =
          ProductClasses.all().stream()
              .filter(each -> type.isAssignableFrom(each) && isBean(each))
              .toList();
      if (candidates.size() != 1) {
        throw new IllegalStateException(type + " has these beans: " + candidates);
      }
      return resolve(candidates.get(0));
    }
    @Nullable Object known = beans.get(type);
    return known != null ? known : create(type);
  }

  private static boolean isBean(Class<?> type) {
    return type.isAnnotationPresent(Stateless.class)
        || type.isAnnotationPresent(Singleton.class)
        || type.isAnnotationPresent(ApplicationScoped.class)
        || type.isAnnotationPresent(jakarta.enterprise.context.Dependent.class);
  }

  private Object create(Class<?> type) {
    Object bean = SessionBeans.instance(type, transactions, identity);
    beans.put(type, bean);
    for (@Nullable Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
      for (Field field : c.getDeclaredFields()) {
        inject(bean, field);
      }
    }
    for (Method method : type.getDeclaredMethods()) {
      if (method.isAnnotationPresent(PostConstruct.class)) {
        begin(type, bean, method);
      }
    }
    return bean;
  }

  /** A singleton begins in a transaction of its own, as the specification has it. */
  private void begin(Class<?> type, Object bean, Method method) {
    if (type.isAnnotationPresent(Singleton.class)
        && !type.isAnnotationPresent(jakarta.ejb.TransactionManagement.class)) {
      inTransaction(() -> invoke(bean, method));
    } else {
      invoke(bean, method);
    }
  }

  private void inject(Object bean, Field field) {
    Set<Class<? extends Annotation>> injected =
        Set.of(
            EJB.class, Inject.class, PersistenceContext.class, jakarta.annotation.Resource.class);
    if (Modifier.isStatic(field.getModifiers())
        || injected.stream().noneMatch(field::isAnnotationPresent)) {
      return;
    }
    Object value =
        field.getType() == jakarta.enterprise.inject.Instance.class
            ? Environment.instance(implementations(field))
            : resolve(field.getType());
    try {
      field.setAccessible(true);
      field.set(bean, value);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<Object> implementations(Field field) {
    Class<?> wanted =
        (Class<?>) ((ParameterizedType) field.getGenericType()).getActualTypeArguments()[0];
    @Nullable Object given = values.get(wanted);
    if (given != null) {
      return List.of(given);
    }
    return ProductClasses.all().stream()
        .filter(each -> wanted.isAssignableFrom(each) && isBean(each))
        .<Object>map(this::resolve)
        .toList();
  }

  private static void invoke(Object bean, Method method) {
    try {
      method.setAccessible(true);
      method.invoke(bean);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(e);
    }
  }
}
