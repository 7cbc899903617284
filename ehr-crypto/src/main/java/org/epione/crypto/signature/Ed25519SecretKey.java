package org.epione.crypto.signature;

import java.util.Arrays;
import java.util.function.Function;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.epione.crypto.secret.SecretAccess;
import org.epione.crypto.secret.SecretBytes;

/**
 * A server's signing key: a seed of 32 bytes (RFC 8032), wiped when closed. Its public key is kept
 * beside it, computed from it and from nowhere else: a signature made with another one would tell
 * the secret.
 */
public final class Ed25519SecretKey implements AutoCloseable {

  /** Length of the seed in bytes. */
  public static final int LENGTH = 32;

  private final SecretBytes seed;
  private final byte[] publicKey = new byte[Ed25519PublicKey.LENGTH];

  private Ed25519SecretKey(SecretBytes seed) {
    this.seed = seed;
    use(
        bytes -> {
          Ed25519.generatePublicKey(bytes, 0, publicKey, 0);
          return publicKey;
        });
  }

  /** The key of this seed; keeps a copy. */
  static Ed25519SecretKey of(SecretBytes seed) {
    return new Ed25519SecretKey(seed.copy());
  }

  /** The 32 bytes of the key that verifies; not a copy. */
  byte[] publicKey() {
    return publicKey;
  }

  /** A copy of the seed for whoever stores it wrapped. */
  public SecretBytes export() {
    return seed.copy();
  }

  <T> T use(Function<byte[], T> function) {
    byte[] bytes = seed.reveal(SecretAccess.token());
    try {
      return function.apply(bytes);
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  @Override
  public void close() {
    seed.close();
  }

  @Override
  public String toString() {
    return "Ed25519SecretKey";
  }
}
