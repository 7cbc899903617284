package org.epione.testing;

import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.epione.account.boundary.Role;
import org.jspecify.annotations.Nullable;

/** The public methods of the features' session beans, and to whom their annotations open them. */
public final class BoundaryMethods {

  private BoundaryMethods() {}

  /** All of them, in the order of their names. */
  public static List<Method> all() {
    return ProductClasses.all().stream()
        .filter(type -> type.getPackageName().endsWith(".boundary"))
        .filter(
            type ->
                type.isAnnotationPresent(Stateless.class)
                    || type.isAnnotationPresent(Singleton.class))
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .filter(method -> Modifier.isPublic(method.getModifiers()))
        .filter(method -> !Modifier.isStatic(method.getModifiers()) && !method.isSynthetic())
        .sorted(Comparator.comparing(Method::toString))
        .toList();
  }

  /** The roles that may call it. */
  public static Set<Role> rolesOf(Method method) {
    return EnumSet.allOf(Role.class).stream()
        .filter(role -> permits(method, role))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
  }

  /** Whether it may be called while nobody is signed in. */
  public static boolean isOpen(Method method) {
    return SessionBeans.permits(method, role -> false);
  }

  /** Arguments that stand for nothing: zeros and nulls. */
  public static @Nullable Object[] nothing(Method method) {
    return Arrays.stream(method.getParameterTypes())
        .map(type -> type.isPrimitive() ? Array.get(Array.newInstance(type, 1), 0) : null)
        .toArray();
  }

  private static boolean permits(Method method, Role role) {
    return SessionBeans.permits(method, role.name()::equals);
  }
}
