package org.epione.crypto.scheme.pake;

import org.epione.crypto.curve.P256Point;
import org.epione.crypto.curve.P256Scalar;

/** One side of one run of SPAKE2, RFC 9382 section 3.3; the sides differ in their masks only. */
final class Spake2Party implements KeyAgreement {

  private final Party self;
  private final Spake2Transcript transcript;
  private final P256Scalar w;
  private final P256Scalar x;
  private final P256Point share;

  /** pA = x*P + w*M, or pB = x*P + w*N with x for the RFC's y. Takes {@code w}, {@code x} over. */
  Spake2Party(Party self, Spake2Transcript transcript, P256Scalar w, P256Scalar x) {
    this.self = self;
    this.transcript = transcript;
    this.w = w;
    this.x = x;
    this.share = Masks.mask(x, w, maskOf(self));
  }

  @Override
  public Party self() {
    return self;
  }

  @Override
  public P256Point share() {
    return share;
  }

  /** K = x*(pB - w*N), or y*(pA - w*M); the cofactor h is 1. */
  P256Point point(P256Point peerShare) {
    return Masks.unmask(peerShare, w, maskOf(self.peer())).multiply(x);
  }

  @Override
  public Keys agree(P256Point peerShare) {
    P256Point k = point(peerShare);
    return self == Party.A
        ? transcript.keys(self, share, peerShare, k, w)
        : transcript.keys(self, peerShare, share, k, w);
  }

  @Override
  public void close() {
    w.close();
    x.close();
  }

  private static P256Point maskOf(Party party) {
    return party == Party.A ? Masks.M : Masks.N;
  }

  @Override
  public String toString() {
    return "Spake2Party";
  }
}
