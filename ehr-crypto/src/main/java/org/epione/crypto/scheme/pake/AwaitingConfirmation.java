package org.epione.crypto.scheme.pake;

import org.epione.crypto.codec.MalformedEncodingException;
import org.epione.crypto.secret.SecretBytes;

/**
 * A side that sent share and confirmation and waits for the other's confirmation: the last step.
 * Holds secrets; takes one message. Thread-safe.
 */
public final class AwaitingConfirmation extends State {

  private final Party peer;
  private final Keys keys;

  AwaitingConfirmation(Party peer, Keys keys) {
    this.peer = peer;
    this.keys = keys;
  }

  /**
   * Takes the other side's confirmation; gives the shared key: 32 bytes in SPAKE2+, 16 in SPAKE2.
   *
   * @throws MalformedEncodingException if it is no confirmation of the other side; the run is over
   * @throws KeyConfirmationFailedException if it is wrong; the run is over
   * @throws IllegalStateException if a confirmation was taken before
   */
  public SecretBytes receive(byte[] confirmation) {
    consume();
    try (keys) {
      return keys.confirmed(peer, confirmation);
    }
  }

  @Override
  void wipe() {
    keys.close();
  }
}
