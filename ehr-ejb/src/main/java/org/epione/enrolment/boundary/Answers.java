package org.epione.enrolment.boundary;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * The acknowledgements of one message, complete with their bytes, in the order they are sent.
 *
 * @param accept that it was taken, in enhanced mode only
 * @param application what became of it
 */
public record Answers(Optional<byte[]> accept, Optional<byte[]> application) {

  /** The sender wants none. */
  public static final Answers NONE = new Answers(Optional.empty(), Optional.empty());

  Stream<byte[]> inOrder() {
    return Stream.concat(accept.stream(), application.stream());
  }

  /** Without the bytes. */
  @Override
  public String toString() {
    return "Answers";
  }
}
