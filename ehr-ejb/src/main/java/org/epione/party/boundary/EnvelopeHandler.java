package org.epione.party.boundary;

import java.util.Optional;
import java.util.Set;
import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.signature.Ed25519PublicKey;

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
   * @throws MalformedEncodingException when it cannot be read, which is a rejection, too
   */
  void handle(ReceivedEnvelope envelope) throws MessageRejectedException;

  /**
   * The key under which to verify an envelope of a sender that is neither in the directory nor
   * hosted here, for the few types by which parties get to know each other. The envelope is not
   * verified yet: whoever gives a key here decides later what the sender's word is worth.
   *
   * @return empty, as usual, to reject strangers
   */
  default Optional<Ed25519PublicKey> keyOfStranger(ReceivedEnvelope unverified) {
    return Optional.empty();
  }
}
