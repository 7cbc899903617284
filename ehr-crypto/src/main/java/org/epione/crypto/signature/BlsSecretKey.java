package org.epione.crypto.signature;

import org.epione.crypto.pairing.BilinearGroup;
import org.epione.crypto.pairing.G1;
import org.epione.crypto.pairing.SecretScalar;
import org.epione.crypto.secret.SecretBytes;

/**
 * A person's signing key: a secret exponent, 32 bytes exported, wiped when closed. Never the same
 * as a decryption key.
 */
public final class BlsSecretKey implements AutoCloseable {

  private final SecretScalar exponent;
  private final BlsPublicKey publicKey;

  BlsSecretKey(BilinearGroup group, SecretScalar exponent) {
    this.exponent = exponent;
    this.publicKey = new BlsPublicKey(exponent.raise(group.generatorG2()));
  }

  /** The public half. */
  public BlsPublicKey publicKey() {
    return publicKey;
  }

  /** A copy of the 32 bytes for whoever stores them wrapped. */
  public SecretBytes export() {
    return exponent.export();
  }

  G1 raise(G1 base) {
    return exponent.raise(base);
  }

  @Override
  public void close() {
    exponent.close();
  }

  @Override
  public String toString() {
    return "BlsSecretKey";
  }
}
