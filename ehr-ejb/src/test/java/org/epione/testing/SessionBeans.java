package org.epione.testing;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJBAccessException;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.dynamic.loading.ClassLoadingStrategy;
import net.bytebuddy.implementation.MethodDelegation;
import net.bytebuddy.implementation.bind.annotation.Origin;
import net.bytebuddy.implementation.bind.annotation.RuntimeType;
import net.bytebuddy.implementation.bind.annotation.SuperCall;
import net.bytebuddy.matcher.ElementMatchers;
import org.jspecify.annotations.Nullable;

/** Makes session beans whose public methods go through the container, as on a server. */
final class SessionBeans {

  private SessionBeans() {}

  static Object instance(Class<?> type, Transactions transactions, Identity identity) {
    boolean session =
        type.isAnnotationPresent(Stateless.class) || type.isAnnotationPresent(Singleton.class);
    try {
      Class<?> made = session ? proxied(type, new Calls(type, transactions, identity)) : type;
      var constructor = made.getDeclaredConstructor();
      constructor.setAccessible(true);
      return constructor.newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("not a bean: " + type, e);
    }
  }

  /** Whether whoever has these roles may call it; a method without a rule is denied. */
  static boolean permits(Method method, Predicate<String> roles) {
    Class<?> type = method.getDeclaringClass();
    if (method.isAnnotationPresent(DenyAll.class)) {
      return false;
    }
    if (method.isAnnotationPresent(PermitAll.class)) {
      return true;
    }
    @Nullable RolesAllowed allowed = method.getAnnotation(RolesAllowed.class);
    if (allowed == null) {
      if (type.isAnnotationPresent(PermitAll.class)) {
        return true;
      }
      allowed = type.getAnnotation(RolesAllowed.class);
    }
    return allowed != null && Arrays.stream(allowed.value()).anyMatch(roles);
  }

  private static Class<?> proxied(Class<?> type, Calls calls) throws IllegalAccessException {
    return new ByteBuddy()
        .subclass(type)
        .method(
            ElementMatchers.isPublic()
                .and(ElementMatchers.not(ElementMatchers.isDeclaredBy(Object.class))))
        .intercept(MethodDelegation.to(calls))
        .make()
        .load(
            type.getClassLoader(),
            ClassLoadingStrategy.UsingLookup.of(
                MethodHandles.privateLookupIn(type, MethodHandles.lookup())))
        .getLoaded();
  }

  /** What happens around a call. Public for the generated classes. */
  public static final class Calls {
    private final Class<?> type;
    private final Transactions transactions;
    private final Identity identity;

    Calls(Class<?> type, Transactions transactions, Identity identity) {
      this.type = type;
      this.transactions = transactions;
      this.identity = identity;
    }

    /** Around each public method. */
    @RuntimeType
    public @Nullable Object call(@Origin Method method, @SuperCall Callable<Object> bean)
        throws Exception {
      if (!permits(method, identity::isInRole)) {
        throw new EJBAccessException(type.getSimpleName() + "." + method.getName());
      }
      try {
        return inTransaction(method, bean);
      } finally {
        if (transactions.current() == null) {
          transactions.closeDetached();
        }
      }
    }

    private @Nullable Object inTransaction(Method method, Callable<Object> bean) throws Exception {
      @Nullable TransactionManagement management = type.getAnnotation(TransactionManagement.class);
      if (management != null && management.value() == TransactionManagementType.BEAN) {
        return transactions.call(TransactionAttributeType.NOT_SUPPORTED, bean);
      }
      @Nullable TransactionAttribute attribute = method.getAnnotation(TransactionAttribute.class);
      if (attribute == null) {
        attribute = type.getAnnotation(TransactionAttribute.class);
      }
      return transactions.call(
          attribute == null ? TransactionAttributeType.REQUIRED : attribute.value(), bean);
    }
  }
}
