package org.epione.crypto.hybrid;

import java.util.Arrays;
import java.util.function.Function;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;
import org.epione.crypto.secret.SecretAccess;
import org.epione.crypto.secret.SecretBytes;

/** The secret half of a receiving key: 32 bytes of X25519; wiped when closed. */
public final class HpkeSecretKey implements AutoCloseable {

  /** Length in bytes. */
  public static final int LENGTH = 32;

  private final SecretBytes secret;
  private final HpkePublicKey publicKey;

  HpkeSecretKey(SecretBytes secret) {
    this.secret = secret;
    this.publicKey =
        HpkePublicKey.decode(
            use(pair -> publicBytes((X25519PrivateKeyParameters) pair.getPrivate())));
  }

  /** The public half. */
  public HpkePublicKey publicKey() {
    return publicKey;
  }

  /** A copy of the key for whoever stores it wrapped. */
  public SecretBytes export() {
    return secret.copy();
  }

  <T> T use(Function<AsymmetricCipherKeyPair, T> function) {
    byte[] bytes = secret.reveal(SecretAccess.token());
    try {
      X25519PrivateKeyParameters parameters = new X25519PrivateKeyParameters(bytes, 0);
      return function.apply(
          new AsymmetricCipherKeyPair(parameters.generatePublicKey(), parameters));
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  @Override
  public void close() {
    secret.close();
  }

  @Override
  public String toString() {
    return "HpkeSecretKey";
  }

  private static byte[] publicBytes(X25519PrivateKeyParameters secret) {
    return secret.generatePublicKey().getEncoded();
  }
}
