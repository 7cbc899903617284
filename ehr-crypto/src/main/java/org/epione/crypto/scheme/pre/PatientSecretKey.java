package org.epione.crypto.scheme.pre;

import org.epione.crypto.pairing.BilinearGroup;
import org.epione.crypto.pairing.G1;
import org.epione.crypto.pairing.SecretScalar;
import org.epione.crypto.secret.SecretBytes;

/**
 * A patient's decryption key x, 32 bytes exported, wiped when closed. It opens all of the patient's
 * records and never leaves its holder; it is never used to sign.
 */
public final class PatientSecretKey implements AutoCloseable {

  private final SecretScalar x;
  private final PatientPublicKey publicKey;

  PatientSecretKey(BilinearGroup group, SecretScalar x) {
    this.x = x;
    this.publicKey = new PatientPublicKey(x.raise(group.generatorG2()));
  }

  /** The public half. */
  public PatientPublicKey publicKey() {
    return publicKey;
  }

  /** A copy of the 32 bytes for whoever stores them wrapped. */
  public SecretBytes export() {
    return x.export();
  }

  G1 raise(G1 base) {
    return x.raise(base);
  }

  @Override
  public void close() {
    x.close();
  }

  @Override
  public String toString() {
    return "PatientSecretKey";
  }
}
