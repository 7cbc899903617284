package org.epione.crypto.random;

/**
 * Source of cryptographic randomness. Production has one implementation, {@link
 * SecureRandomSource}; tests bring a deterministic one, which lets vectors be replayed.
 */
@FunctionalInterface
public interface RandomSource {

  /**
   * A fresh array of {@code length} bytes that nobody can predict.
   *
   * @throws IllegalArgumentException if {@code length} is negative
   */
  byte[] bytes(int length);
}
