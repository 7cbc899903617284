package org.epione.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.epione.crypto.secret.ConstantTime;
import org.epione.crypto.secret.SecretBytes;

/**
 * Which types hold a secret, and what that forbids them: {@code SecretBytes}, and whatever of ours
 * has a field of a type that holds one, also inside a collection. They are searched for, so that a
 * new type is held to the rules without being listed.
 */
final class SecretTypes {

  private static final String OURS = "org.epione.";

  private SecretTypes() {}

  static DescribedPredicate<JavaClass> holdSecrets() {
    return DescribedPredicate.describe("hold secrets", type -> holds(type, new HashSet<>()));
  }

  private static boolean holds(JavaClass type, Set<JavaClass> visited) {
    if (type.isEquivalentTo(SecretBytes.class)) {
      return true;
    }
    return type.getName().startsWith(OURS)
        && visited.add(type)
        && type.getAllFields().stream()
            .filter(SecretTypes::isOfInstance)
            .flatMap(field -> field.getAllInvolvedRawTypes().stream())
            .map(JavaClass::getBaseComponentType)
            .anyMatch(each -> holds(each, visited));
  }

  /** It reads no field and calls nothing but its class's name: only a constant can come out. */
  static ArchCondition<JavaClass> showNothing() {
    return condition(
        "have a constant toString",
        type ->
            nearest(type, "toString")
                .filter(method -> method.getOwner().getName().startsWith(OURS))
                .filter(method -> method.getFieldAccesses().isEmpty())
                .filter(method -> callees(method).allMatch(SecretTypes::isNameOfClass))
                .isPresent());
  }

  static ArchCondition<JavaClass> compareInConstantTime() {
    return condition(
        "equal only themselves, or be compared in constant time",
        type ->
            nearest(type, "equals", Object.class)
                .filter(
                    method ->
                        method.getOwner().isEquivalentTo(Object.class)
                            || callees(method).anyMatch(SecretTypes::isConstantTime))
                .isPresent());
  }

  /** What JSON-B or Jackson would write unasked. */
  static ArchCondition<JavaClass> offerNothingToSerialisers() {
    return condition(
        "have neither getters nor public fields",
        type ->
            type.getAllMethods().stream()
                    .filter(method -> !method.getOwner().isEquivalentTo(Object.class))
                    .noneMatch(SecretTypes::isGetter)
                && type.getAllFields().stream()
                    .filter(SecretTypes::isOfInstance)
                    .noneMatch(field -> field.getModifiers().contains(JavaModifier.PUBLIC)));
  }

  private static boolean isOfInstance(JavaField field) {
    return !field.getModifiers().contains(JavaModifier.STATIC);
  }

  /** A flag, such as whether a secret is closed, tells nothing of it. */
  private static boolean isGetter(JavaMethod method) {
    return method.getRawParameterTypes().isEmpty()
        && !method.getModifiers().contains(JavaModifier.STATIC)
        && (method.getName().matches("get[A-Z].*")
            || (method.getName().matches("is[A-Z].*")
                && !method.getRawReturnType().isEquivalentTo(boolean.class)));
  }

  private static Stream<AccessTarget> callees(JavaMethod method) {
    return method.getMethodCallsFromSelf().stream().map(JavaAccess::getTarget);
  }

  private static boolean isNameOfClass(AccessTarget callee) {
    return callee.getName().equals("getClass") || callee.getOwner().isEquivalentTo(Class.class);
  }

  private static boolean isConstantTime(AccessTarget callee) {
    return callee.getOwner().isEquivalentTo(ConstantTime.class)
        || (callee.getOwner().isEquivalentTo(SecretBytes.class)
            && callee.getName().equals("equals"));
  }

  /** The method as the class inherits or declares it. */
  private static Optional<JavaMethod> nearest(JavaClass type, String name, Class<?>... parameters) {
    return Stream.iterate(type, Objects::nonNull, each -> each.getRawSuperclass().orElse(null))
        .flatMap(each -> each.tryGetMethod(name, parameters).stream())
        .findFirst();
  }

  private static ArchCondition<JavaClass> condition(
      String description, Predicate<JavaClass> holds) {
    return new ArchCondition<>(description) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        events.add(
            new SimpleConditionEvent(
                type, holds.test(type), type.getName() + " does not " + description));
      }
    };
  }
}
