package org.epione.crypto.scheme.pake;

import org.epione.crypto.codec.MalformedEncodingException;

/**
 * The prover of SPAKE2+, who sent her share and waits for the verifier's. Holds secrets; takes one
 * message. Thread-safe.
 */
public final class ProverAwaitingShare extends State {

  private final KeyAgreement agreement;

  ProverAwaitingShare(KeyAgreement agreement) {
    this.agreement = agreement;
  }

  /**
   * Takes the verifier's share. Nothing is sent: RFC 9383 lets the verifier confirm first. Three
   * scalar multiplications.
   *
   * @throws MalformedEncodingException if it is no share of a verifier; the run is over
   * @throws KeyConfirmationFailedException if the share hides nothing; the run is over
   * @throws IllegalStateException if a share was taken before
   */
  public ProverAwaitingConfirmation receive(byte[] share) {
    consume();
    try (agreement) {
      Party self = agreement.self();
      return new ProverAwaitingConfirmation(self, agreement.agree(self.peer().decodeShare(share)));
    }
  }

  @Override
  void wipe() {
    agreement.close();
  }
}
