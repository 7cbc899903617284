package org.epione.testing;

import java.security.Principal;
import java.util.concurrent.Callable;
import org.epione.account.boundary.Role;
import org.jspecify.annotations.Nullable;

/** Who a test says is signed in on this thread. */
final class Identity {

  private record Person(String name, Role role) {}

  private final ThreadLocal<@Nullable Person> current = new ThreadLocal<>();

  <T> T as(String principal, Role role, Callable<T> work) throws Exception {
    @Nullable Person before = current.get();
    current.set(new Person(principal, role));
    try {
      return work.call();
    } finally {
      current.set(before);
    }
  }

  Principal principal() {
    @Nullable Person person = current.get();
    String name = person == null ? "anonymous" : person.name();
    return () -> name;
  }

  boolean isInRole(String role) {
    @Nullable Person person = current.get();
    return person != null && person.role().name().equals(role);
  }
}
