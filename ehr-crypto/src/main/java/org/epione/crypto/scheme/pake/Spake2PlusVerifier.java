package org.epione.crypto.scheme.pake;

import org.epione.crypto.curve.P256Point;
import org.epione.crypto.curve.P256Scalar;

/** The verifier's side of one run, RFC 9383 section 3.3. */
final class Spake2PlusVerifier implements KeyAgreement {

  private final Spake2PlusTranscript transcript;
  private final P256Scalar w0;
  private final P256Point l;
  private final P256Scalar y;
  private final P256Point shareV;

  /** shareV = y*P + w0*N. Takes {@code w0} and {@code y} over. */
  Spake2PlusVerifier(Spake2PlusTranscript transcript, P256Scalar w0, P256Point l, P256Scalar y) {
    this.transcript = transcript;
    this.w0 = w0;
    this.l = l;
    this.y = y;
    this.shareV = Masks.mask(y, w0, Masks.N);
  }

  @Override
  public Party self() {
    return Party.VERIFIER;
  }

  @Override
  public P256Point share() {
    return shareV;
  }

  /** Z = y*(X - w0*M), V = y*L; the cofactor h is 1. */
  Spake2PlusPoints points(P256Point shareP) {
    return new Spake2PlusPoints(Masks.unmask(shareP, w0, Masks.M).multiply(y), l.multiply(y));
  }

  @Override
  public Keys agree(P256Point shareP) {
    return transcript.keys(self(), shareP, shareV, points(shareP), w0);
  }

  @Override
  public void close() {
    w0.close();
    y.close();
  }

  @Override
  public String toString() {
    return "Spake2PlusVerifier";
  }
}
