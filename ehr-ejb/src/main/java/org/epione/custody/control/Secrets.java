package org.epione.custody.control;

import java.util.Arrays;
import org.epione.crypto.secret.SecretBytes;

/** Moves of secret bytes that leave no copy behind. */
final class Secrets {

  private Secrets() {}

  /** The bytes as a secret; the array is wiped. */
  static SecretBytes take(byte[] bytes) {
    SecretBytes secret = SecretBytes.of(bytes);
    Arrays.fill(bytes, (byte) 0);
    return secret;
  }
}
