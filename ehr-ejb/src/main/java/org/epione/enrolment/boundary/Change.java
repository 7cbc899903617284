package org.epione.enrolment.boundary;

import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What a message says about one value: nothing, that it is deleted, or a new value. HL7 tells the
 * three apart, a form does not: it always sends the whole.
 */
public sealed interface Change<T> {

  /** The sender said nothing: what is known stays. */
  record Keep<T>() implements Change<T> {}

  /** The sender said explicitly that there is none any more. */
  record Clear<T>() implements Change<T> {}

  /** A new value. */
  record Replace<T>(T value) implements Change<T> {}

  static <T> Change<T> keep() {
    return new Keep<>();
  }

  static <T> Change<T> clear() {
    return new Clear<>();
  }

  static <T> Change<T> to(T value) {
    return new Replace<>(value);
  }

  /** The value after this change. */
  default Optional<T> after(Optional<T> before) {
    if (this instanceof Replace<T> replace) {
      return Optional.of(replace.value());
    }
    return this instanceof Keep<T> ? before : Optional.empty();
  }

  /** The same change with its value, if any, passed through the function. */
  default Change<T> map(UnaryOperator<T> function) {
    return this instanceof Replace<T> replace ? to(function.apply(replace.value())) : this;
  }
}
