package org.epione.messaging.hl7;

/** A message that cannot be taken; carries the fault and nothing of the message. */
final class InvalidMessageException extends Exception {
  private final Fault fault;

  InvalidMessageException(Fault fault) {
    super(fault.code() + ": " + fault.explanation());
    this.fault = fault;
  }

  Fault fault() {
    return fault;
  }
}
