package org.epione.appointment.control;

import java.time.Instant;
import java.util.Optional;
import org.epione.crypto.scheme.pake.AwaitingConfirmation;
import org.epione.platform.identity.PartyCode;

/** A run that waits for the patient's confirmation. */
final class OpenRun implements AutoCloseable {

  private final PartyCode hospital;
  private final Optional<Holder> holder;
  private final String subject;
  private final String source;
  private final AwaitingConfirmation awaiting;
  private final Instant ends;

  /**
   * Takes {@code awaiting} over.
   *
   * @param holder whose card it is, if anybody's
   * @param subject that tries with the card are counted under
   * @param source that tries from there are counted under
   */
  OpenRun(
      PartyCode hospital,
      Optional<Holder> holder,
      String subject,
      String source,
      AwaitingConfirmation awaiting,
      Instant ends) {
    this.hospital = hospital;
    this.holder = holder;
    this.subject = subject;
    this.source = source;
    this.awaiting = awaiting;
    this.ends = ends;
  }

  PartyCode hospital() {
    return hospital;
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
