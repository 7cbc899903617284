package org.epione.outbox.boundary;

import java.util.Map;
import java.util.Optional;

/**
 * A message that waits to be sent.
 *
 * @param id ascending in the order of writing
 * @param body the bytes of the message, already encoded and signed
 * @param properties names starting {@code epione_}, values text
 * @param group messages of one group are sent in the order they were written
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record WaitingMessage(
    long id,
    String destination,
    DestinationKind kind,
    byte[] body,
    Map<String, String> properties,
    Optional<String> group) {

  public WaitingMessage {
    properties = Map.copyOf(properties);
  }

  /** Without the body. */
  @Override
  public String toString() {
    return "WaitingMessage[" + id + " to " + destination + "]";
  }
}
