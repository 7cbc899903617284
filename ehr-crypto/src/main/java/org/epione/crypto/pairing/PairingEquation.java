package org.epione.crypto.pairing;

import java.util.List;

/**
 * The claim that a product of pairings is the identity.
 *
 * @param terms the factors
 */
public record PairingEquation(List<PairingTerm> terms) {

  /** Keeps a copy. */
  public PairingEquation {
    terms = List.copyOf(terms);
  }

  /** Whether it holds: one product of pairings. */
  public boolean holdsIn(BilinearGroup group) {
    return group.product(terms).isIdentity();
  }
}
