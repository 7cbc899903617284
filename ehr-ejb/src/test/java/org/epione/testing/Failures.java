package org.epione.testing;

import jakarta.ejb.ApplicationException;
import jakarta.ejb.EJBException;
import org.jspecify.annotations.Nullable;

/** Which failures roll back and what the caller of a session bean sees of them. */
final class Failures {

  private Failures() {}

  static boolean rollsBack(Exception failure) {
    @Nullable ApplicationException marked =
        failure.getClass().getAnnotation(ApplicationException.class);
    return marked != null ? marked.rollback() : failure instanceof RuntimeException;
  }

  static Exception asSeen(Exception failure) {
    boolean application =
        !(failure instanceof RuntimeException)
            || failure.getClass().isAnnotationPresent(ApplicationException.class)
            || failure instanceof EJBException;
    if (application) {
      return failure;
    }
    return new EJBException(failure);
  }
}
