package org.epione.crypto.scheme.pake;

import org.epione.crypto.codec.MalformedEncodingException;

/**
 * A side that sent its share, waits for the other's, and confirms as soon as it has it: the
 * verifier of SPAKE2+, both sides of SPAKE2. Holds secrets; takes one message. Thread-safe.
 */
public final class AwaitingShare extends State {

  private final KeyAgreement agreement;

  AwaitingShare(KeyAgreement agreement) {
    this.agreement = agreement;
  }

  /**
   * Takes the other side's share; gives this side's confirmation to send. Three scalar
   * multiplications in SPAKE2+, two in SPAKE2.
   *
   * @throws MalformedEncodingException if it is no share of the other side; the run is over
   * @throws KeyConfirmationFailedException if the share hides nothing; the run is over
   * @throws IllegalStateException if a share was taken before
   */
  public Step<AwaitingConfirmation> receive(byte[] share) {
    consume();
    try (agreement) {
      Party self = agreement.self();
      Keys keys = agreement.agree(self.peer().decodeShare(share));
      return new Step<>(new AwaitingConfirmation(self.peer(), keys), keys.confirmation(self));
    }
  }

  @Override
  void wipe() {
    agreement.close();
  }
}
