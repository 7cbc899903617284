package org.epione.party.boundary;

import java.util.Set;

/**
 * What a feature does with the envelopes of some types. Implementations are
 * {@code @ApplicationScoped} beans; each type has exactly one. A handler runs in the transaction of
 * {@link Reception}, together with the note that the envelope was received: both commit or neither.
 * It must not call anything that needs a signed-in person.
 */
public interface EnvelopeHandler {

  /** The types it handles, for example {@code team.turn}. */
  Set<String> types();

  /**
   * Handles one envelope, once.
   *
   * @throws MessageRejectedException when no repetition can make it acceptable; it goes to the
   *     failed messages with the reason
   */
  void handle(ReceivedEnvelope envelope) throws MessageRejectedException;
}
