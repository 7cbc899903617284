package org.epione.crypto.scheme.abs;

import org.epione.crypto.codec.CanonicalReader;
import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.pairing.BilinearGroup;
import org.epione.crypto.pairing.G1;
import org.epione.crypto.pairing.Scalar;
import org.epione.crypto.random.RandomSource;

/**
 * What a signature says about one row of the span program: a credential, rerandomised or made up,
 * this row's part of the challenge, and the responses. While a signature is made, responses before
 * the challenge are the nonces.
 *
 * @param a a random power of the credential's A
 * @param b a^x, x being the issuer's key
 * @param c this row's part of the challenge
 * @param e response for the credential's e
 * @param r response for the random power r
 * @param t response for r tau
 * @param rho response for r rho, rho opening the commitment
 */
record RowProof(G1 a, G1 b, Scalar c, Scalar e, Scalar r, Scalar t, Scalar rho) {

  /** What is known of a row that is proven, in the order of the responses. */
  record Witness(Scalar e, Scalar r, Scalar t, Scalar rho) {}

  /** With random nonces or simulated responses. */
  static RowProof random(G1 a, G1 b, Scalar c, RandomSource random) {
    return new RowProof(
        a,
        b,
        c,
        Scalar.random(random),
        Scalar.random(random),
        Scalar.random(random),
        Scalar.random(random));
  }

  static RowProof read(BilinearGroup group, CanonicalReader in) {
    return new RowProof(
        group.decodeG1(in.fixed(G1.LENGTH)),
        group.decodeG1(in.fixed(G1.LENGTH)),
        scalar(in),
        scalar(in),
        scalar(in),
        scalar(in),
        scalar(in));
  }

  private static Scalar scalar(CanonicalReader in) {
    return Scalar.decode(in.fixed(Scalar.LENGTH));
  }

  void write(CanonicalWriter out) {
    out.fixed(a.encode(), G1.LENGTH).fixed(b.encode(), G1.LENGTH);
    for (Scalar scalar : new Scalar[] {c, e, r, t, rho}) {
      out.fixed(scalar.encode(), Scalar.LENGTH);
    }
  }

  /**
   * The answer to {@code challenge} of whoever knows {@code witness} and began with these nonces.
   */
  RowProof answer(Scalar challenge, Witness witness) {
    return new RowProof(
        a,
        b,
        challenge,
        e.add(challenge.multiply(witness.e)),
        r.add(challenge.multiply(witness.r)),
        t.add(challenge.multiply(witness.t)),
        rho.add(challenge.multiply(witness.rho)));
  }
}
