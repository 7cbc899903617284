package org.epione.crypto.transcript;

import java.util.Arrays;
import org.epione.crypto.secret.SecretAccess;
import org.epione.crypto.secret.SecretBytes;

/**
 * SHA-256 of a secret, itself a secret of 32 bytes: for standards that make a key by hashing a
 * transcript with secrets in it. Where the choice is free, derive with {@link Hkdf}.
 */
public final class SecretDigest {

  /** Length in bytes. */
  public static final int LENGTH = Sha256.LENGTH;

  private SecretDigest() {}

  /** The digest of {@code data}. */
  public static SecretBytes of(SecretBytes data) {
    byte[] bytes = data.reveal(SecretAccess.token());
    byte[] digest = Sha256.create().digest(bytes);
    try {
      return SecretBytes.of(digest);
    } finally {
      Arrays.fill(bytes, (byte) 0);
      Arrays.fill(digest, (byte) 0);
    }
  }
}
