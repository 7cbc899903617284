package org.epione.appointment.control;

import java.time.Instant;
import java.util.Optional;
import org.epione.crypto.scheme.pake.AwaitingConfirmation;

/** A run that waits for the confirmation of who began it. */
final class OpenRun implements AutoCloseable {

  private final Optional<Holder> holder;
  private final String subject;
  private final String source;
  private final AwaitingConfirmation awaiting;
  private final Instant ends;

  /**
   * Takes {@code awaiting} over.
   *
   * @param holder whose account it is, if anybody's
   * @param subject that tries with the account are counted under
   * @param source that tries from there are counted under
   */
  OpenRun(
      Optional<Holder> holder,
      String subject,
      String source,
      AwaitingConfirmation awaiting,
      Instant ends) {
    this.holder = holder;
    this.subject = subject;
    this.source = source;
    this.awaiting = awaiting;
    this.ends = ends;
  }

  Optional<Holder> holder() {
    return holder;
  }

  String subject() {
    return subject;
  }

  String source() {
    return source;
  }

  AwaitingConfirmation awaiting() {
    return awaiting;
  }

  Instant ends() {
    return ends;
  }

  @Override
  public void close() {
    awaiting.close();
  }

  @Override
  public String toString() {
    return "OpenRun";
  }
}
