package org.epione.crypto.hybrid;

import java.util.Arrays;
import org.epione.crypto.secret.ConstantTime;
import org.epione.crypto.secret.SecretAccess;
import org.epione.crypto.secret.SecretBytes;
import org.epione.crypto.transcript.DomainTag;
import org.epione.crypto.transcript.Hkdf;

/**
 * An AES-256 key and a commitment to it, both from one secret: 64 bytes of HKDF-SHA-256, of which
 * the first 32 are the key and the last 32 the commitment. Two secrets or contexts with one
 * commitment are a collision of SHA-256, so what carries it opens under one key only. Wiped when
 * closed.
 */
final class CommittedKey implements AutoCloseable {

  /** Length of the commitment in bytes. */
  static final int COMMITMENT = 32;

  private final AeadKey key;
  private final byte[] commitment;

  private CommittedKey(AeadKey key, byte[] commitment) {
    this.key = key;
    this.commitment = commitment;
  }

  static CommittedKey derive(SecretBytes shared, DomainTag purpose, byte[] context) {
    try (SecretBytes both = Hkdf.derive(shared, purpose, context, AeadKey.LENGTH + COMMITMENT)) {
      byte[] bytes = both.reveal(SecretAccess.token());
      try {
        return new CommittedKey(
            new AeadKey(SecretBytes.take(Arrays.copyOf(bytes, AeadKey.LENGTH))),
            Arrays.copyOfRange(bytes, AeadKey.LENGTH, bytes.length));
      } finally {
        Arrays.fill(bytes, (byte) 0);
      }
    }
  }

  AeadKey key() {
    return key;
  }

  /** A copy; public. */
  byte[] commitment() {
    return commitment.clone();
  }

  /** Whether that is the commitment to this key. */
  boolean matches(byte[] other) {
    return ConstantTime.areEqual(commitment, other);
  }

  @Override
  public void close() {
    key.close();
  }

  @Override
  public String toString() {
    return "CommittedKey";
  }
}
