package org.epione.crypto.signature;

import java.util.Arrays;
import java.util.function.Function;
import org.epione.crypto.secret.SecretAccess;
import org.epione.crypto.secret.SecretBytes;

/** A server's signing key: a seed of 32 bytes (RFC 8032), wiped when closed. */
public final class Ed25519SecretKey implements AutoCloseable {

  /** Length of the seed in bytes. */
  public static final int LENGTH = 32;

  private final SecretBytes seed;

  Ed25519SecretKey(SecretBytes seed) {
    this.seed = seed;
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
