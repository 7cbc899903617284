package org.epione.crypto.scheme.abs;

import java.util.function.Function;
import org.epione.crypto.pairing.BilinearGroup;
import org.epione.crypto.pairing.Scalar;
import org.epione.crypto.pairing.SecretScalar;
import org.epione.crypto.secret.SecretBytes;

/**
 * The issuer's key x, 32 bytes exported, wiped when closed. It issues keys for any attributes, so
 * its holder can also sign as anybody; it opens no signature.
 */
public final class IssuerSecretKey implements AutoCloseable {

  private final SecretScalar x;
  private final IssuerPublicKey publicKey;

  IssuerSecretKey(BilinearGroup group, SecretScalar x) {
    this.x = x;
    this.publicKey = new IssuerPublicKey(x.raise(group.generatorG2()));
  }

  /** The public half. */
  public IssuerPublicKey publicKey() {
    return publicKey;
  }

  /** A copy of the 32 bytes for whoever stores them wrapped. */
  public SecretBytes export() {
    return x.export();
  }

  <T> T use(Function<Scalar, T> function) {
    return x.use(function);
  }

  @Override
  public void close() {
    x.close();
  }

  @Override
  public String toString() {
    return "IssuerSecretKey";
  }
}
