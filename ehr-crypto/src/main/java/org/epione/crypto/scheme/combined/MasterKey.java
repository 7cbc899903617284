package org.epione.crypto.scheme.combined;

import org.epione.crypto.pairing.BilinearGroup;
import org.epione.crypto.pairing.G1;
import org.epione.crypto.pairing.SecretScalar;
import org.epione.crypto.secret.SecretBytes;

/**
 * The authority's alpha, 32 bytes exported, wiped when closed. Its holder can issue every key, so
 * can open everything and sign as everyone (key escrow): it is kept as the most valuable secret
 * there is.
 */
public final class MasterKey implements AutoCloseable {

  private final SecretScalar alpha;
  private final PublicParameters parameters;

  MasterKey(BilinearGroup group, SecretScalar alpha) {
    this.alpha = alpha;
    this.parameters =
        new PublicParameters(
            group, group.pair(alpha.raise(group.generatorG1()), group.generatorG2()));
  }

  /** What the authority publishes. */
  public PublicParameters parameters() {
    return parameters;
  }

  /** A copy of the 32 bytes for whoever stores them wrapped. */
  public SecretBytes export() {
    return alpha.export();
  }

  /** MSK of the paper: g^alpha. */
  G1 element() {
    return alpha.raise(parameters.group().generatorG1());
  }

  @Override
  public void close() {
    alpha.close();
  }

  @Override
  public String toString() {
    return "MasterKey";
  }
}
