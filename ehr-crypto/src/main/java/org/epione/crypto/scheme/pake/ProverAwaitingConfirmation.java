package org.epione.crypto.scheme.pake;

import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.secret.SecretBytes;

/**
 * The prover of SPAKE2+, who has both shares and waits for the verifier's confirmation: the last
 * step. Holds secrets; takes one message. Thread-safe.
 */
public final class ProverAwaitingConfirmation extends State {

  private final Party self;
  private final Keys keys;

  ProverAwaitingConfirmation(Party self, Keys keys) {
    this.self = self;
    this.keys = keys;
  }

  /**
   * Takes the verifier's confirmation; gives the shared key of 32 bytes, and the prover's own
   * confirmation to send, without which the verifier has no key.
   *
   * @throws MalformedEncodingException if it is no confirmation of a verifier; the run is over
   * @throws KeyConfirmationFailedException if it is wrong; the run is over and nothing is sent
   * @throws IllegalStateException if a confirmation was taken before
   */
  public Step<SecretBytes> receive(byte[] confirmation) {
    consume();
    try (keys) {
      return new Step<>(keys.confirmed(self.peer(), confirmation), keys.confirmation(self));
    }
  }

  @Override
  void wipe() {
    keys.close();
  }
}
