package org.epione.crypto.scheme.abs;

import org.epione.crypto.codec.CanonicalWriter;
import org.epione.crypto.pairing.G1;

/**
 * What of a row goes into the challenge.
 *
 * @param a a random power of A
 * @param b a^x
 * @param credential first message of the proof that a and b come from a credential
 * @param binding first message of the proof that its tau is the one committed to
 */
record RowCommitment(G1 a, G1 b, G1 credential, G1 binding) {

  void write(CanonicalWriter out) {
    for (G1 element : new G1[] {a, b, credential, binding}) {
      out.fixed(element.encode(), G1.LENGTH);
    }
  }
}
