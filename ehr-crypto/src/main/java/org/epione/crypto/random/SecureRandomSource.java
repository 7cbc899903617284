package org.epione.crypto.random;

import java.security.SecureRandom;

/** Randomness of the platform; the only place that creates a {@link SecureRandom}. Thread-safe. */
public final class SecureRandomSource implements RandomSource {

  private final SecureRandom random = new SecureRandom();

  @Override
  public byte[] bytes(int length) {
    if (length < 0) {
      throw new IllegalArgumentException("negative length");
    }
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }
}
