package org.epione.enrolment.boundary;

import java.util.Optional;

/**
 * What the header of a message says, for the list of messages.
 *
 * @param key empty where the header could not be read
 * @param event type and trigger event, for example ADT A04
 * @param hospital the receiving facility as sent
 */
public record MessageFacts(Optional<MessageKey> key, String event, String hospital) {

  /** Nothing could be read. */
  public static final MessageFacts NONE = new MessageFacts(Optional.empty(), "", "");
}
