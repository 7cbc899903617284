package org.epione.crypto.scheme.pake;

import org.epione.crypto.curve.P256Point;
import org.epione.crypto.curve.P256Scalar;

/** The prover's side of one run, RFC 9383 section 3.3. */
final class Spake2PlusProver implements KeyAgreement {

  private final Spake2PlusTranscript transcript;
  private final PasswordSecret secret;
  private final P256Scalar x;
  private final P256Point shareP;

  /** shareP = x*P + w0*M. Takes {@code secret} and {@code x} over. */
  Spake2PlusProver(Spake2PlusTranscript transcript, PasswordSecret secret, P256Scalar x) {
    this.transcript = transcript;
    this.secret = secret;
    this.x = x;
    this.shareP = Masks.mask(x, secret.w0(), Masks.M);
  }

  @Override
  public Party self() {
    return Party.PROVER;
  }

  @Override
  public P256Point share() {
    return shareP;
  }

  /** Z = x*(Y - w0*N), V = w1*(Y - w0*N); the cofactor h is 1. */
  Spake2PlusPoints points(P256Point shareV) {
    P256Point unmasked = Masks.unmask(shareV, secret.w0(), Masks.N);
    return new Spake2PlusPoints(unmasked.multiply(x), unmasked.multiply(secret.w1()));
  }

  @Override
  public Keys agree(P256Point shareV) {
    return transcript.keys(self(), shareP, shareV, points(shareV), secret.w0());
  }

  @Override
  public void close() {
    secret.close();
    x.close();
  }

  @Override
  public String toString() {
    return "Spake2PlusProver";
  }
}
